import { api } from '../../api/client';

/** A decision that waits for the person at this screen. */
export interface Approval {
  id: string;
  recordType: string;
  recordId: string;
  title: string;
  status?: string;
  facts?: Record<string, unknown>;
  requestedBy?: string | null;
  requestedByName?: string | null;
  requestedAt?: string | null;
  step?: string | null;
  overdue?: boolean;
}

export interface Acknowledgement {
  id: string;
  recordType: string;
  recordId: string;
  text: string;
  askedAt?: string | null;
  askedBy?: string | null;
  askedByName?: string | null;
}

export const listApprovals = () => api.get<Approval[]>('/api/approvals', { query: { mine: true } });
export const listAcknowledgements = () =>
  api.get<Acknowledgement[]>('/api/acknowledgements', { query: { mine: true } });

/** Says yes or no; a no always carries its reason. */
export const decideApproval = (id: string, verdict: 'approve' | 'reject', comment: string) =>
  api.post(`/api/approvals/{id}/${verdict}`, { path: { id }, body: { comment } });

export const acknowledge = (id: string) => api.post('/api/acknowledgements/{id}', { path: { id }, body: {} });

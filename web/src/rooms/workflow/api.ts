import { api } from '../../api/client';

/** A decision that waits for the person at this screen. */
export interface Approval {
  id: string;
  recordType: string;
  recordId: string;
  title: string;
  state: 'WAITING' | 'GRANTED' | 'REJECTED' | 'WITHDRAWN';
  step: number;
  steps: {
    name: string;
    mode: 'ANY' | 'ALL';
    tasks: { user: string; userName: string; answer?: string | null }[];
    dueAt?: string | null;
  }[];
  rule?: string | null;
  submittedBy?: string | null;
  submittedByName: string;
  submittedAt: string;
}

export interface Acknowledgement {
  id: string;
  recordType: string;
  recordId: string;
  text: string;
  askedAt: string;
}

export interface Notice {
  id: string;
  text: string;
  link?: string | null;
  at: string;
  readAt?: string | null;
}

export const listApprovals = () => api.get<Approval[]>('/api/approvals', { query: { mine: true } });
export const listAcknowledgements = () =>
  api.get<Acknowledgement[]>('/api/acknowledgements', { query: { mine: true } });

/** Says yes or no; a no always carries its reason. */
export const decideApproval = (id: string, verdict: 'approve' | 'reject', comment: string) =>
  api.post(`/api/approvals/{id}/${verdict}`, { path: { id }, body: { comment } });

export const acknowledge = (id: string) => api.post('/api/acknowledgements/{id}', { path: { id }, body: {} });

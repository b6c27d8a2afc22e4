import { api } from '../../api/client';

export type ApprovalState = 'WAITING' | 'RETURNED' | 'GRANTED' | 'REJECTED' | 'WITHDRAWN';
export type ApprovalMode = 'ANY' | 'ALL' | 'SOME' | 'IN_TURN';
export type SignerWhen = 'BEFORE' | 'AFTER' | 'BESIDE';

/** Which of a step's branches must agree. */
export type ApprovalJoin = 'ALL' | 'ANY';

export interface ApprovalTask {
  branch: number;
  user: string;
  userName: string;
  addedBy?: string | null;
  insteadOf?: string | null;
  answer?: 'APPROVED' | 'REJECTED' | null;
  comment?: string | null;
  at?: string | null;
  waiting: boolean;
}

export interface ApprovalBranch {
  name: string;
  mode: ApprovalMode;
  needed: number;
}

export interface ApprovalStep {
  name: string;
  join: ApprovalJoin;
  /** Asked at the same time; one for a plain step. */
  branches: ApprovalBranch[];
  tasks: ApprovalTask[];
  dueAt?: string | null;
  overdue: boolean;
}

export interface ApprovalEntry {
  number: number;
  at: string;
  userName: string;
  act: string;
  comment?: string | null;
  other?: string | null;
}

/** One walk of a record through its chain, in the reader's words. */
export interface Approval {
  id: string;
  recordType: string;
  recordTypeLabel: string;
  recordId: string;
  title: string;
  state: ApprovalState;
  step: number;
  steps: ApprovalStep[];
  rule?: string | null;
  submittedBy?: string | null;
  submittedByName: string;
  submittedAt: string;
  facts: { name: string; label: string; text: string }[];
  may: { decide: boolean; addSigner: boolean; withdraw: boolean; remind: boolean; takeBack: boolean };
  history: ApprovalEntry[];
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

export type ApprovalList = 'WAITING' | 'STARTED' | 'DONE' | 'COPIED';

export const listApprovals = () => api.get<Approval[]>('/api/approvals');
export const listOf = (list: ApprovalList) => api.get<Approval[]>('/api/approvals', { query: { list } });
export const readApproval = (id: string) => api.get<Approval>('/api/approvals/{id}', { path: { id } });
export const listAcknowledgements = () =>
  api.get<Acknowledgement[]>('/api/acknowledgements', { query: { mine: true } });

/** Says yes or no; a no always carries its reason. */
export const decideApproval = (id: string, verdict: 'approve' | 'reject', comment: string) =>
  api.post(`/api/approvals/{id}/${verdict}`, { path: { id }, body: { comment } });

export const acknowledge = (id: string) => api.post('/api/acknowledgements/{id}', { path: { id }, body: {} });

/** Everything else that is done with an approval; the answer is the approval as it is now. */
export const actOn = (id: string, act: string, body: Record<string, unknown>) =>
  api.post<Approval>(`/api/approvals/{id}/${act}`, { path: { id }, body });

export interface Colleague {
  id: string;
  name: string;
  roles: string[];
}

export const listColleagues = () => api.get<Colleague[]>('/api/approval-colleagues');

export interface Delegation {
  id: string;
  deputyName: string;
  from: string;
  until: string;
}

export const listDelegations = () => api.get<Delegation[]>('/api/approval-delegations');

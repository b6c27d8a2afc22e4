import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

export type ApprovalState = Schema<'ApprovalViewsApprovalView'>['state'];
export type ApprovalMode = ApprovalBranch['mode'];
export type SignerWhen = NonNullable<Schema<'ApprovalSignerBody'>['when']>;

/** Which of a step's branches must agree. */
export type ApprovalJoin = ApprovalStep['join'];

export type ApprovalTask = Schema<'ApprovalViewsTaskView'>;

export type ApprovalBranch = ApprovalStep['branches'][number];

export type ApprovalStep = Schema<'ApprovalViewsStepView'>;

export type ApprovalEntry = Schema<'ApprovalEntry'>;

/** One walk of a record through its chain, in the reader's words. */
export type Approval = Schema<'ApprovalViewsApprovalView'>;

export type Acknowledgement = Schema<'Acknowledgement'>;

export type Notice = Schema<'Notice'>;
export type ApprovalList = 'WAITING' | 'STARTED' | 'DONE' | 'COPIED';

const listApprovals = () => api.get('/api/approvals');
export const listOf = (list: ApprovalList) => api.get('/api/approvals', { query: { list } });
export const readApproval = (id: string) => api.get('/api/approvals/{id}', { path: { id } });

/** What I am to say that I have seen. */
export const useAcknowledgements = () =>
  useQuery({
    queryKey: ['acknowledgements'],
    queryFn: () => api.get('/api/acknowledgements'),
    meta: { tables: ['workflow'] },
    retry: false,
  });

/** What waits for my yes or no. */
export const useWaiting = () =>
  useQuery({ queryKey: ['waiting'], queryFn: listApprovals, meta: { tables: ['workflow'] }, retry: false });

/** Says yes or no; a no always carries its reason. */
export const decideApproval = (id: string, verdict: 'approve' | 'reject', comment: string) =>
  api.post(`/api/approvals/{id}/${verdict}`, { path: { id }, body: { comment } });

export const acknowledge = (id: string) => api.post('/api/acknowledgements/{id}', { path: { id } });

/** What needs no more words; the answer is the approval as it is now. */
export const actOn = (id: string, act: 'remind' | 'take-back' | 'withdraw') =>
  api.post(`/api/approvals/{id}/${act}`, { path: { id } });

export type Colleague = Schema<'ApprovalViewsColleague'>;

export const listColleagues = () => api.get('/api/approval-colleagues');

export type Delegation = Schema<'Delegation'>;

export const listDelegations = () => api.get('/api/approval-delegations');

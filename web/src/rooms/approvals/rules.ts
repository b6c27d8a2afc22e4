import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import type { StoredRecord } from '../../parts/RecordSelect';
import type { ApprovalJoin, ApprovalMode } from './api';

/** A fact that a rule may ask about. */
export type RuleFact = Schema<'ApprovalViewsFactView'>;

export type RuleSubject = Schema<'ApprovalViewsSubjectView'>;

export interface RuleTest {
  field: string;
  op: string;
  value: string;
}

/** People as a rule names them: everybody with a role, or these. */
export interface RulePeople {
  role?: string;
  users?: string[];
}

/** Some of those a step asks, who agree among themselves. */
export interface RuleBranch extends RulePeople {
  name?: string;
  mode: ApprovalMode;
  needed?: number;
}

/** A step as the rule keeps it: a single branch, or several that are asked at the same time. */
export interface RuleStep extends Partial<RuleBranch> {
  hours?: number;
  escalate?: string;
  join?: ApprovalJoin;
  branches?: RuleBranch[];
}

/** Who only reads, and when they are told. */
export interface RuleCopy extends RulePeople {
  when: 'SUBMITTED' | 'GRANTED' | 'BOTH';
}

/** A rule as people edit it. */
export interface Rule {
  id?: string;
  version?: number;
  name: string;
  recordType: string;
  any: boolean;
  tests: RuleTest[];
  steps: RuleStep[];
  copies: RuleCopy[];
  priority: number;
  active: boolean;
  /** The conditions are nested deeper than this page shows. */
  complex: boolean;
}

export const listSubjects = () => api.get('/api/approval-subjects');

export async function listRules(): Promise<Rule[]> {
  const page = await api.get('/api/records/approval-rule', {
    query: { sort: 'priority,name', size: 200 },
  });
  return page.items.map(ruleOf);
}

/** JSON fields arrive as text or as values. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value || 'null') : value;
}

function isTest(value: unknown): value is { field: string; op: string; value: unknown } {
  return typeof value === 'object' && value !== null && 'field' in value && 'op' in value;
}

/** The conditions as rows; `complex` if they are nested deeper than rows can show. */
export function conditionsOf(value: unknown): Pick<Rule, 'any' | 'tests' | 'complex'> {
  const condition = parsed(value) as { all?: unknown[]; any?: unknown[] } | null;
  const tests = isTest(condition) ? [condition] : (condition?.all ?? condition?.any ?? []);
  const plain = tests.filter(isTest);
  return {
    any: Boolean(condition?.any),
    tests: plain.map((test) => ({ field: test.field, op: test.op, value: String(test.value ?? '') })),
    complex: plain.length !== tests.length,
  };
}

/** The steps as people edit them. */
export function stepsOf(value: unknown): RuleStep[] {
  const steps = parsed(value) as (Written<RuleStep> & { branches?: Written<RuleBranch>[] })[] | null;
  return steps?.map((step) => ({ ...listed(step), branches: step.branches?.map(listed) })) ?? [];
}

/** Who only reads, as people edit it. */
export function copiesOf(value: unknown): RuleCopy[] {
  return (parsed(value) as Written<RuleCopy>[] | null)?.map(listed) ?? [];
}

/** The branches of a step; a plain step is one of its own. */
export function branchesOf(step: RuleStep): RuleBranch[] {
  return step.branches?.length ? step.branches : [{ ...step, mode: step.mode ?? 'ANY' }];
}

/** The step with these branches; a single one makes a plain step. */
export function withBranches(step: RuleStep, branches: RuleBranch[]): RuleStep {
  const { hours, escalate, join } = step;
  const [only] = branches;
  return branches.length > 1
    ? { hours, escalate, join: join ?? 'ALL', branches }
    : {
        hours,
        escalate,
        name: only?.name,
        role: only?.role,
        users: only?.users,
        mode: only?.mode,
        needed: only?.needed,
      };
}

/** Whether somebody is asked in every branch. */
export const hasPeople = (people: RulePeople) => Boolean(people.role) || (people.users ?? []).length > 0;

function ruleOf(record: StoredRecord): Rule {
  const { values } = record;
  return {
    ...conditionsOf(values.condition),
    id: record.id,
    version: record.version,
    name: String(values.name ?? ''),
    recordType: String(values.record_type ?? ''),
    steps: stepsOf(values.steps),
    copies: copiesOf(values.copies),
    priority: Number(values.priority ?? 100),
    active: values.active !== false,
  };
}

/** A rule may name one person instead of a list. */
type Written<T extends RulePeople> = T & { user?: string };

function listed<T extends RulePeople>({ user, ...people }: Written<T>): T {
  const named = people as unknown as T;
  return user ? { ...named, users: [user, ...(named.users ?? [])] } : named;
}

/** The conditions as the rule keeps them; numbers are kept as numbers. */
export function conditionText(rule: Pick<Rule, 'any' | 'tests'>, facts: RuleFact[]): string {
  const tests = rule.tests.map((test) => {
    const fact = facts.find((one) => one.name === test.field);
    const number = ['price', 'integer', 'decimal', 'money', 'quantity', 'percent'].includes(fact?.kind ?? '');
    return { field: test.field, op: test.op, value: number ? Number(test.value) : test.value };
  });
  return JSON.stringify(rule.any ? { any: tests } : { all: tests });
}

/** Writes the rule. */
export function saveRule(rule: Rule, facts: RuleFact[]) {
  const values = {
    name: rule.name,
    record_type: rule.recordType,
    condition: conditionText(rule, facts),
    steps: JSON.stringify(rule.steps),
    copies: JSON.stringify(rule.copies),
    priority: rule.priority,
    active: rule.active,
  };
  return rule.id
    ? api.patch('/api/records/approval-rule/{id}', { path: { id: rule.id }, body: { version: rule.version, values } })
    : api.post('/api/records/approval-rule', { body: { values } });
}

export const deleteRule = (rule: Rule) =>
  api.delete('/api/records/approval-rule/{id}', { path: { id: rule.id ?? '' } });

/** Which comparisons make sense for a fact. */
export function operatorsOf(fact: RuleFact | undefined): string[] {
  if (!fact || fact.choices.length > 0) return ['eq', 'ne'];
  return fact.kind === 'text' ? ['eq', 'ne', 'contains'] : ['ge', 'gt', 'le', 'lt', 'eq'];
}

import { api } from '../../api/client';
import type { StoredRecord } from '../../parts/RecordSelect';
import type { ApprovalMode } from './api';

/** A fact that a rule may ask about. */
export interface RuleFact {
  name: string;
  label: string;
  kind: string;
  choices: { value: string; label: string }[];
}

export interface RuleSubject {
  recordType: string;
  label: string;
  facts: RuleFact[];
}

export interface RuleTest {
  field: string;
  op: string;
  value: string;
}

/** A step as the rule keeps it. */
export interface RuleStep {
  name?: string;
  role?: string;
  users?: string[];
  mode: ApprovalMode;
  needed?: number;
  hours?: number;
  escalate?: string;
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
  priority: number;
  active: boolean;
  /** The conditions are nested deeper than this page shows. */
  complex: boolean;
}

export const listSubjects = () => api.get<RuleSubject[]>('/api/approval-subjects');

export async function listRules(): Promise<Rule[]> {
  const page = await api.get<{ items: StoredRecord[] }>('/api/records/approval-rule', {
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
  return (parsed(value) as (RuleStep & { user?: string })[] | null)?.map(stepOf) ?? [];
}

function ruleOf(record: StoredRecord): Rule {
  const { values } = record;
  return {
    ...conditionsOf(values.condition),
    id: record.id,
    version: record.version,
    name: String(values.name ?? ''),
    recordType: String(values.record_type ?? ''),
    steps: stepsOf(values.steps),
    priority: Number(values.priority ?? 100),
    active: values.active !== false,
  };
}

function stepOf({ user, ...step }: RuleStep & { user?: string }): RuleStep {
  return user ? { ...step, users: [user, ...(step.users ?? [])] } : step;
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
    priority: rule.priority,
    active: rule.active,
  };
  return rule.id
    ? api.patch('/api/records/approval-rule/{id}', { path: { id: rule.id }, body: { version: rule.version, values } })
    : api.post('/api/records/approval-rule', { body: { values } });
}

export const deleteRule = (rule: Rule) =>
  api.delete('/api/records/approval-rule/{id}', { path: { id: rule.id ?? '' }, query: { version: rule.version } });

/** Which comparisons make sense for a fact. */
export function operatorsOf(fact: RuleFact | undefined): string[] {
  if (!fact || fact.choices.length > 0) return ['eq', 'ne'];
  return fact.kind === 'text' ? ['eq', 'ne', 'contains'] : ['ge', 'gt', 'le', 'lt', 'eq'];
}

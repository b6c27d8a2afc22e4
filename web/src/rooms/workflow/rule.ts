/** One step of an approval chain. */
export interface RuleStep {
  name?: string;
  role?: string;
  users?: string[];
  mode?: 'ANY' | 'ALL';
  hours?: number | null;
}

/** When a rule applies: every part that is given must be true. */
export interface RuleCondition {
  amount?: string;
  orderClass?: string;
  late?: string;
}

const FIELDS: Record<string, { part: keyof RuleCondition; op: string }> = {
  amount: { part: 'amount', op: 'ge' },
  order_class: { part: 'orderClass', op: 'eq' },
  late: { part: 'late', op: 'eq' },
};

interface Fact {
  field: string;
  op: string;
  value: unknown;
}

/** A stored json value, which may arrive as its text. */
function read(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

export function stepsOf(value: unknown): RuleStep[] {
  const steps = read(value);
  return Array.isArray(steps) ? (steps as RuleStep[]) : [];
}

/** The condition in its parts; undefined if it says more than the three parts can. */
export function conditionOf(value: unknown): RuleCondition | undefined {
  const stored = (read(value) ?? {}) as { all?: Fact[] } & Partial<Fact>;
  const facts = stored.all ?? (stored.field ? [stored as Fact] : []);
  if (Object.keys(stored).length > 0 && facts.length === 0 && !stored.all) return undefined;
  const result: RuleCondition = {};
  for (const fact of facts) {
    const known = FIELDS[fact.field];
    if (!known || known.op !== fact.op) return undefined;
    result[known.part] = String(fact.value);
  }
  return result;
}

/** The condition as it is stored. */
export function filterOf(condition: RuleCondition): unknown {
  const all = Object.entries(FIELDS)
    .filter(([, { part }]) => condition[part])
    .map(([field, { part, op }]) => ({
      field,
      op,
      value: part === 'amount' ? Number(condition.amount) : condition[part],
    }));
  return all.length > 0 ? { all } : {};
}

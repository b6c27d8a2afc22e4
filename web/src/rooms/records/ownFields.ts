import type { ComponentType } from 'react';
import {
  RuleConditionInput,
  RuleConditionText,
  RuleCopiesInput,
  RuleCopiesText,
  RuleStepsInput,
  RuleStepsText,
  RuleTypeInput,
  RuleTypeText,
} from '../approvals/RuleInputs';

interface OwnField {
  Input: ComponentType<{ id?: string; value?: unknown; onChange?: (value: unknown) => void }>;
  Text?: ComponentType<{ value: unknown }>;
}

const OWN: Record<string, OwnField> = {
  'approval-rule.record_type': { Input: RuleTypeInput, Text: RuleTypeText },
  'approval-rule.condition': { Input: RuleConditionInput, Text: RuleConditionText },
  'approval-rule.copies': { Input: RuleCopiesInput, Text: RuleCopiesText },
  'approval-rule.steps': { Input: RuleStepsInput, Text: RuleStepsText },
};

/** The control and the words of a field that no general control does justice. */
export function ownField(type: string, field: string): OwnField | undefined {
  return OWN[`${type}.${field}`];
}

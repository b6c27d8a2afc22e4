import type { Schema } from './calls';

/** The line as the server tells it: one row of the list, and one order's page. */
export type MilestoneKind = Schema<'LineViewsMilestoneView'>['kind'];

export type LineState = Schema<'LineViewsLineRow'>['state'];
export type Amount = string | number;

export type Person = Schema<'LineViewsPersonView'>;

export type Milestone = Schema<'LineViewsMilestoneView'>;

export type NextAction = Schema<'LineViewsNextView'>;

export type LineRow = Schema<'LineViewsLineRow'>;

/** Ratios come as numerator and denominator; without a denominator the page shows a dash. */
export type Figures = Schema<'LineViewsFigures'>;

export type LineList = Schema<'LineViewsLinePage'>;

export type LineAction = Schema<'LineViewsActionView'>;

export type LineException = Schema<'LineViewsExceptionView'>;

export type Cause = Schema<'LineViewsCauseView'>;

export type LineOperation = Schema<'LinePageReaderOperationView'>;

export type KittingItem = Schema<'LinePageReaderKitItemView'>;
export type TimelineKind = Schema<'LineTimelineEntry'>['kind'];

export type TimelineEntry = Schema<'LineTimelineEntry'>;

export type LineDetail = Schema<'LinePageReaderLineDetail'>;

import type { Schema } from '../../api/calls';

export type Characteristic = Schema<'QualityViewsCharacteristicView'>;

export type Inspection = Schema<'QualityViewsInspectionView'>;

export type Nonconformance = Schema<'QualityViewsNonconformanceView'>;

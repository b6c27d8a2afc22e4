import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

export type StationKind = Schema<'SharedLineStation'>['kind'];

export type SharedLine = Schema<'SharedLine'>;

export type SharedPage = Schema<'PortalSharedLinePage'>;

export const listShared = () => api.get('/api/portal/lines');
export const readShared = (id: string) => api.get('/api/portal/lines/{id}', { path: { id } });

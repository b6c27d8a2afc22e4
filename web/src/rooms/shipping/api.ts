import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

const TABLES = ['shipping', 'stock', 'quality', 'sales'];

export type ReadyLine = Schema<'ShippingViewsReadyView'>;

export type PackageView = Schema<'ShippingViewsPackageView'>;

export type ShipmentView = Schema<'ShippingViewsShipmentView'>;

export const useReady = () =>
  useQuery({
    queryKey: ['shipping', 'ready'],
    queryFn: () => api.get('/api/shipping/ready'),
    meta: { tables: TABLES },
  });

export const usePackages = () =>
  useQuery({
    queryKey: ['shipping', 'packages'],
    queryFn: () => api.get('/api/packages'),
    meta: { tables: TABLES },
  });

export const useShipments = () =>
  useQuery({
    queryKey: ['shipping', 'shipments'],
    queryFn: () => api.get('/api/shipments', { query: { size: 60 } }),
    meta: { tables: TABLES },
  });

import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Amount } from '../../api/lines';

const TABLES = ['shipping', 'stock', 'quality', 'sales'];

export interface ReadyLine {
  orderLineId: string;
  orderId: string;
  order: string;
  customerId: string;
  customer: string;
  itemCode: string;
  itemName: string;
  open: Amount;
  ready: Amount;
  held: Amount;
  packed: Amount;
  unit: string;
  due: string;
  onHold: boolean;
}

export interface PackageView {
  id: string;
  number: string;
  customerId: string;
  customer: string;
  status: string;
  packedAt: string;
  lines: {
    orderLineId: string;
    order: string;
    itemCode: string;
    itemName: string;
    lotNumber?: string | null;
    quantity: Amount;
    unit: string;
  }[];
}

export interface ShipmentView {
  id: string;
  number: string;
  customer: string;
  status: 'PACKED' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED';
  carrier?: string | null;
  tracking?: string | null;
  shippedAt?: string | null;
  packages: PackageView[];
}

export const useReady = () =>
  useQuery({
    queryKey: ['shipping', 'ready'],
    queryFn: () => api.get<ReadyLine[]>('/api/shipping/ready'),
    meta: { tables: TABLES },
  });

export const usePackages = () =>
  useQuery({
    queryKey: ['shipping', 'packages'],
    queryFn: () => api.get<PackageView[]>('/api/packages'),
    meta: { tables: TABLES },
  });

export const useShipments = () =>
  useQuery({
    queryKey: ['shipping', 'shipments'],
    queryFn: () => api.get<ShipmentView[]>('/api/shipments', { query: { size: 60 } }),
    meta: { tables: TABLES },
  });

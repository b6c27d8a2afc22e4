import { useSession } from '../../api/session';
import { hasRole } from '../../shell/sections';
import { PortalPage } from './PortalPage';
import { SupplierPage } from './SupplierPage';

/** Customers find their orders here, suppliers what they are to deliver. */
export function PortalHome() {
  const { roles } = useSession();
  return hasRole(roles, 'supplier') && !hasRole(roles, 'customer') ? <SupplierPage /> : <PortalPage />;
}

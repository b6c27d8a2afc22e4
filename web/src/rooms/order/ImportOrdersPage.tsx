import { useNavigate } from 'react-router';
import { RowsSkeleton } from '../../parts/Feedback';
import { useType } from '../records/api';
import { ImportWizard } from '../records/ImportWizard';
import '../records/records.css';

/** Orders with their lines from one sheet. */
export function ImportOrdersPage() {
  const navigate = useNavigate();
  const type = useType('sales-order');
  if (!type) return <RowsSkeleton rows={6} />;
  return <ImportWizard type={type} orders onClose={() => navigate('/orders')} />;
}

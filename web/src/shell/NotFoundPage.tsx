import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel } from '../parts/Feedback';

/** An address behind which there is nothing. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyPanel icon="search" title={t('shell.notFound')}>
      <Link to="/">
        <Button>{t('shell.home')}</Button>
      </Link>
    </EmptyPanel>
  );
}

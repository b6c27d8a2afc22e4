import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { Icon } from '../../parts/Icon';
import { sectionsFor } from '../../shell/sections';
import { useCatalogue } from '../records/api';
import './build.css';

/** Everything this person can reach, for the phone, where there is no rail. */
export function MorePage() {
  const { t } = useTranslation();
  const { roles, name } = useSession();
  const catalogue = useCatalogue();
  const labels = new Map((catalogue.data ?? []).map((type) => [type.name, type.label]));
  return (
    <div className="page">
      <header className="page-head">
        <h1>{name}</h1>
      </header>
      <div className="more-sections">
        {sectionsFor(roles).map((section) => (
          <section key={section.key} className="card more-section">
            <Link to={section.path} className="more-head">
              <Icon name={section.icon} size={20} /> {t(`section.${section.key}`)}
            </Link>
            <div className="more-links" hidden={section.pages.length + section.types.length === 0}>
              {section.pages.map((page) => (
                <Link key={page.path} to={page.path}>
                  {t(`page.${page.key}`)}
                </Link>
              ))}
              {section.types
                .filter((type) => labels.has(type))
                .map((type) => (
                  <Link key={type} to={`/records/${type}`}>
                    {labels.get(type)}
                  </Link>
                ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

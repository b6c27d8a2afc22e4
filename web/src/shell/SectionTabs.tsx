import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCatalogue } from '../rooms/records/api';
import { sectionOf } from './sections';

/** The pages and record types of the section one is in, as tabs over the page. */
export function SectionTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const catalogue = useCatalogue();
  const section = sectionOf(pathname);
  if (!section) return null;
  const known = new Map((catalogue.data ?? []).map((type) => [type.name, type.label]));
  const pages = section.pages.map((page) => ({ path: page.path, label: t(`page.${page.key}`) }));
  const types = section.types
    .filter((type) => known.has(type))
    .map((type) => ({ path: `/records/${type}`, label: known.get(type) ?? type }));
  const longest = [...pages, ...types]
    .filter((tab) => pathname === tab.path || pathname.startsWith(`${tab.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];
  return (
    <nav className="section-tabs view-tabs">
      {[...pages, ...types].map((tab) => (
        <Link key={tab.path} to={tab.path} className={tab.path === longest?.path ? 'view-tab view-here' : 'view-tab'}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}

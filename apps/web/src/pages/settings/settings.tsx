import { useTranslation } from 'react-i18next';
import { PageHead } from '../../frame/page-head.js';
import { Approval } from './approval.js';
import { Templates } from './templates.js';

/** How the workspace files: one section for each rule. */
export function Settings() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className="stack page-narrow">
        <Approval />
        <Templates />
      </div>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { PageHead } from '../../frame/page-head.js';
import { Approval } from './approval.js';
import { Calendar } from './calendar.js';
import { Channels } from './channels/channels.js';
import { Observing } from './observing.js';
import { PauseAll } from './pause-all.js';
import { Templates } from './templates.js';
import { Webhooks } from './webhooks/webhooks.js';

/** How the workspace files: one section for each rule. */
export function Settings() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className="stack page-narrow">
        <Approval />
        <Channels />
        <Observing />
        <PauseAll />
        <Templates />
        <Webhooks />
        <Calendar />
      </div>
    </>
  );
}

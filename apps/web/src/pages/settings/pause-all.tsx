import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { everyDeliveryQuery } from '../../api/queries.js';
import { Loaded } from '../../frame/states.js';
import { Paused } from '../platforms/paused.js';

/** The kill switch of the workspace. */
export function PauseAll() {
  const { t } = useTranslation();
  const delivery = useQuery(everyDeliveryQuery);
  return (
    <section className="sheet">
      <h2>{t('delivery.allTitle')}</h2>
      <p>{t('delivery.allText')}</p>
      <Loaded query={delivery}>
        {({ paused }) => <Paused slug={null} name={t('delivery.everything')} paused={paused} />}
      </Loaded>
    </section>
  );
}

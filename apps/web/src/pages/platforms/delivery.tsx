import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveryQuery } from '../../api/queries.js';
import type { DeliveryView, PlatformView } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { errorWords } from '../../words/coded.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { Paused } from './paused.js';
import { Outages } from './outages.js';

const waits = ['paused', 'outage', 'pace', 'turn'] as const;

/** Whether notices leave for this platform, what holds them back, and the switch that lets none leave. */
export function Delivery({ platform }: { platform: PlatformView }) {
  const { t } = useTranslation();
  const delivery = useQuery(deliveryQuery(platform.slug));
  return (
    <section className="sheet stack" aria-labelledby="delivery">
      <h2 id="delivery">{t('delivery.leaves')}</h2>
      <Loaded query={delivery}>
        {(read) => (
          <>
            <Channels read={read} />
            <Held read={read} />
            <Paused slug={platform.slug} name={platform.name} paused={read.paused} />
            {read.outages.length > 0 && <Outages outages={read.outages} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Channels({ read: { paused, channels } }: { read: DeliveryView }) {
  const { t } = useTranslation();
  const shut = channels.filter(({ state }) => state !== 'closed');
  if (shut.length === 0) return paused === null ? <p>{t('delivery.asEver')}</p> : null;
  return (
    <ul className="plain-list stack-tight">
      {shut.map(({ channel, state, openedAt, nextProbeAt, code, codeSays, failures }) => (
        <li key={channel} className="break">
          <Mark meaning="warn" word={t(`delivery.state.${state}`)} />{' '}
          {t('delivery.openSince', { channel: t(`words.channel.${channel}`) })}{' '}
          {openedAt !== null && <When at={openedAt} />}
          {code !== null && ` · ${errorWords(t, code, codeSays)} (${code})`} ·{' '}
          {t('delivery.failures', { count: failures })}
          {state === 'open' && nextProbeAt !== null && (
            <>
              {' '}
              · {t('delivery.nextProbe')} <When at={nextProbeAt} show="relative" />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Held({ read: { waiting } }: { read: DeliveryView }) {
  const { t } = useTranslation();
  const held = waits.flatMap((reason) => {
    const count = waiting[reason] ?? 0;
    return count === 0 ? [] : [{ reason, count }];
  });
  if (held.length === 0) return null;
  return (
    <ul className="plain-list">
      {held.map(({ reason, count }) => (
        <li key={reason}>{t(`delivery.held.${reason}`, { count })}</li>
      ))}
    </ul>
  );
}

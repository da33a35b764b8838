import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { platformsQuery, rightsQuery } from '../../api/queries.js';
import type { PowerView, RightsHolderView } from '../../api/types.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { Day, useToday } from './day.js';
import { PaperFile } from './document-fields.js';
import { NotGiven } from './not-given.js';
import { RevokePower } from './revoke-power.js';
import { ValidityMark } from './validity-mark.js';
import { standingOf } from './validity.js';

interface PowersTableProps {
  powers: readonly PowerView[];
  holder: RightsHolderView;
  revoked: () => void;
}

/** The latest first, those that are over included: they say under which power earlier complaints were filed. */
export function PowersTable({ powers, holder, revoked }: PowersTableProps) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <table className="table stackable register-table">
      <caption>{t('rights.powersCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rights.powerAgent')}</th>
          <th scope="col">{t('rights.powerRights')}</th>
          <th scope="col">{t('rights.powerPlatforms')}</th>
          <th scope="col">{t('rights.powerSpan')}</th>
          <th scope="col">{t('rights.powerPaper')}</th>
          <th scope="col">
            <span className="hidden-label">{t('rights.revoke')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {powers.map((power) => (
          <tr key={power.id}>
            <th scope="row" className="top break">
              {power.agent}
            </th>
            <Scope power={power} holder={holder} />
            <td className="top" data-label={t('rights.powerSpan')}>
              <Span power={power} />
            </td>
            <td className="top across" data-label={t('rights.powerPaper')}>
              {power.fileId === null ? <NotGiven /> : <PaperFile id={power.fileId} />}
            </td>
            <td className="top number across">
              {power.revokedAt === null && standingOf(power, today) !== 'ended' && (
                <RevokePower holder={holder} power={power} revoked={revoked} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Scope({ power, holder }: { power: PowerView; holder: RightsHolderView }) {
  const { t } = useTranslation();
  const rights = useQuery(rightsQuery(power.rightIds.length > 0 ? holder.id : ''));
  const platforms = useQuery(platformsQuery);
  const titles = power.rightIds.map((id) => rights.data?.find((right) => right.id === id)?.title ?? '…');
  const names = power.platforms.map((slug) => platforms.data?.find((each) => each.slug === slug)?.name ?? slug);
  return (
    <>
      <td className="top break" data-label={t('rights.powerRights')}>
        <Listed words={titles} all={t('rights.allRights')} />
      </td>
      <td className="top break" data-label={t('rights.powerPlatforms')}>
        <Listed words={names} all={t('rights.allPlatforms')} />
      </td>
    </>
  );
}

/** As many as fit into a cell. */
const FIT = 6;

function Listed({ words, all }: { words: readonly string[]; all: string }) {
  const { t } = useTranslation();
  if (words.length === 0) return all;
  if (words.length <= FIT) return words.join(', ');
  return (
    <details className="reveal">
      <summary>{t('rights.these', { count: words.length })}</summary>
      {words.join(', ')}
    </details>
  );
}

function Span({ power }: { power: PowerView }) {
  const { t } = useTranslation();
  const { validFrom, validTo } = power;
  return (
    <>
      <Day on={validFrom} />{' '}
      {validTo === null ? (
        t('rights.untilRevoked')
      ) : (
        <>
          {t('rights.until')} <Day on={validTo} />
        </>
      )}
      <div>
        <PowerMark power={power} />
      </div>
    </>
  );
}

function PowerMark({ power }: { power: PowerView }) {
  const { t } = useTranslation();
  const today = useToday();
  if (power.revokedAt !== null)
    return (
      <>
        <Mark meaning="refused" word={t('rights.revoked')} /> <When at={power.revokedAt} show="date" />
      </>
    );
  if (standingOf(power, today) === 'in-force') return <Mark meaning="removed" word={t('rights.valid')} />;
  return <ValidityMark of={power} />;
}

import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { Mark } from '../../words/mark.js';
import { useNumbers } from './numbers.js';

type Counts = Pick<ImportView, 'rows' | 'accepted' | 'rejected' | 'duplicates'>;

/** `500 rows = 480 accepted + 12 rejected + 8 duplicates`: every row of the file is one of the three. */
export function Sum({ of: { rows, accepted, rejected, duplicates } }: { of: Counts }) {
  const { t } = useTranslation();
  const n = useNumbers();
  return (
    <p className="import-sum" role="group" aria-label={t('imports.sum')}>
      <strong>{t('imports.rows', { count: rows, n: n(rows) })}</strong>
      <span>=</span>
      <Mark meaning="removed" word={t('imports.accepted', { n: n(accepted) })} />
      <span>+</span>
      <Mark meaning="refused" word={t('imports.rejected', { n: n(rejected) })} />
      <span>+</span>
      <Mark meaning="plain" word={t('imports.duplicates', { count: duplicates, n: n(duplicates) })} />
    </p>
  );
}

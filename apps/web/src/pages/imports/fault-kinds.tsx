import { useTranslation } from 'react-i18next';
import type { ImportRowView, RowFault } from '../../api/types.js';
import { faultName, faultRemedy, placeWords } from './fault-text.js';
import { useNumbers } from './numbers.js';

interface Kind extends Pick<RowFault, 'column' | 'code'> {
  rows: number;
}

/** The kinds of faults among these rows, the most frequent first. A row counts once for each kind. */
function kindsOf(rows: readonly ImportRowView[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { faults } of rows) {
    const once = new Map(faults.map((fault) => [`${fault.column ?? ''} ${fault.code}`, fault]));
    for (const [key, { column, code }] of once) kinds.set(key, { column, code, rows: (kinds.get(key)?.rows ?? 0) + 1 });
  }
  return [...kinds.values()].sort((one, other) => other.rows - one.rows);
}

/** What is wrong most often, said of the rows that are shown and of no others. */
export function FaultKinds({ rows }: { rows: readonly ImportRowView[] }) {
  const { t } = useTranslation();
  const n = useNumbers();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="import-kinds">
      <h3 id="import-kinds" className="import-kinds">
        {t('imports.amongShown', { count: rows.length, n: n(rows.length) })}
      </h3>
      <ul className="dotted">
        {kindsOf(rows).map(({ column, code, rows: count }) => (
          <li key={`${column ?? ''} ${code}`}>
            <strong>
              {t('imports.faultCount', { n: n(count), column: placeWords(t, column), fault: faultName(t, code) })}
            </strong>{' '}
            {faultRemedy(t, code)}
          </li>
        ))}
      </ul>
    </section>
  );
}

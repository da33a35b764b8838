import { useTranslation } from 'react-i18next';
import type { RowFault } from '../../api/types.js';
import { faultText, isEnglish, placeWords } from './fault-text.js';

/** Every fault of a row: where, what and what to do, with its code in small print. */
export function FaultList({ faults }: { faults: readonly RowFault[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list stack-tight">
      {faults.map((fault) => (
        <li key={`${fault.column ?? ''} ${fault.code} ${fault.detail}`}>
          <strong>{placeWords(t, fault.column)}:</strong> <FaultWords fault={fault} />
        </li>
      ))}
    </ul>
  );
}

function FaultWords({ fault }: { fault: RowFault }) {
  const { t, i18n } = useTranslation();
  const text = faultText(t, i18n.language, fault);
  return (
    <>
      <span lang={text === fault.detail ? 'en' : undefined}>{text}</span>{' '}
      {!isEnglish(i18n.language) && text !== fault.detail && (
        <span className="quiet small" lang="en">
          {fault.detail}
        </span>
      )}{' '}
      <span className="quiet mono">{fault.code}</span>
    </>
  );
}

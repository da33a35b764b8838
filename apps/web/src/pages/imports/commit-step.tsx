import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { useNumbers } from './numbers.js';
import { Sum } from './sum.js';
import { useImportAct } from './use-import.js';

/** Says exactly what will happen before it happens. */
export function CommitStep({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const navigate = useNavigate();
  const commit = useImportAct(row.id, 'commit', () => {
    void navigate({ to: '/imports/$id', params: { id: row.id }, search: {} });
  });
  const { accepted, rejected, duplicates, register } = row;
  const left = {
    rejected: t('imports.rejected', { n: n(rejected) }),
    duplicates: t('imports.duplicates', { count: duplicates, n: n(duplicates) }),
  };
  return (
    <section className="form stack" aria-labelledby="import-commit">
      <h2 id="import-commit">{t('imports.commit.what')}</h2>
      <Sum of={row} />
      <ul className="dotted stack-tight">
        <li>
          <strong>{t('imports.commit.rows', { count: accepted, n: n(accepted) })}</strong>
        </li>
        <li>{t('imports.commit.reference')}</li>
        <li>{t('imports.commit.limits')}</li>
        <li>{t(register ? 'imports.commit.registerOn' : 'imports.commit.registerOff')}</li>
        <li>
          <strong>{t('imports.commit.sent')}</strong>
        </li>
        {rejected + duplicates > 0 && <li>{t('imports.commit.left', left)}</li>}
        <li>{t('imports.commit.undo')}</li>
      </ul>
      <div className="row">
        <Button
          size="md"
          loading={commit.isPending}
          onClick={() => {
            commit.mutate();
          }}
        >
          {t('imports.commit.submit', { count: accepted, n: n(accepted) })}
        </Button>
        <ButtonLink size="md" variant="default" to="/imports/$id" params={{ id: row.id }} search={{ step: 'rows' }}>
          {t('imports.commit.back')}
        </ButtonLink>
      </div>
    </section>
  );
}

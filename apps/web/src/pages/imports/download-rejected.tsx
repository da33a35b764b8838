import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';

/** The rejected rows as a file of the same kind, which can be corrected in a spreadsheet and imported again. */
export function DownloadRejected({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  if (row.rejected === 0) return null;
  return (
    <div className="row">
      <Button component="a" variant="default" href={`/api/v1/imports/${encodeURIComponent(row.id)}/rejected`} download>
        {t('imports.download')}
      </Button>
      <span className="quiet small">{t('imports.downloadHint')}</span>
    </div>
  );
}

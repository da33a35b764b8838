import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importQuery } from '../../api/queries.js';
import type { ImportView } from '../../api/types.js';
import { DropZone } from '../../forms/drop-zone.js';
import { useNotify } from '../../frame/notices.js';
import { useImportUpload } from './use-import-upload.js';
import type { Sending } from './use-import-upload.js';

const KINDS = '.csv,.tsv,.txt,.xlsx';

/** A file of listings is dropped or chosen here; once it has arrived, its page opens. */
export function UploadBox({ registerAtFirst = false }: { registerAtFirst?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const [register, setRegister] = useState(registerAtFirst);
  const open = (row: ImportView): void => {
    queries.setQueryData(importQuery(row.id).queryKey, row);
    void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
    void navigate({ to: '/imports/$id', params: { id: row.id } });
  };
  const { sending, begin, stop } = useImportUpload(register, open);
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (files.length > 1) notify(t('imports.oneOnly'), { tone: 'warn' });
    else if (file !== undefined) void begin(file);
  };
  return (
    <div className="stack">
      <Checkbox
        label={t('imports.register')}
        description={t('imports.registerHint')}
        checked={register}
        disabled={sending.is === 'going'}
        onChange={(event) => {
          setRegister(event.currentTarget.checked);
        }}
      />
      <div>
        <ImportDrop take={take} busy={sending.is === 'going'} />
        <SendingLine sending={sending} stop={stop} again={(file) => void begin(file)} />
      </div>
    </div>
  );
}

function ImportDrop({ take, busy }: { take: (files: readonly File[]) => void; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <DropZone
      accept={KINDS}
      take={(files) => {
        if (!busy) take(files);
      }}
      words={t('imports.drop')}
      button={{ id: 'import-file', words: t('imports.choose'), disabled: busy }}
    >
      <p className="quiet small">{t('imports.kinds')}</p>
    </DropZone>
  );
}

interface SendingLineProps {
  sending: Sending;
  stop: () => void;
  again: (file: File) => void;
}

/** How far the upload has got; where it failed, why. */
function SendingLine({ sending, stop, again }: SendingLineProps) {
  const { t } = useTranslation();
  return (
    <div className="import-sending" aria-live="polite">
      {sending.is === 'going' && (
        <div className="stack-tight">
          <span className="break">{goingWords()}</span>
          <progress className="import-bar" value={sending.share} max={1} aria-label={sending.file.name} />
          <div>
            <Button size="compact-sm" variant="default" onClick={stop}>
              {t('imports.stopUpload')}
            </Button>
          </div>
        </div>
      )}
      {sending.is === 'failed' && (
        <div className="row">
          <span className="mark-refused break">
            {t('imports.notTaken', { name: sending.file.name, why: sending.why })}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              again(sending.file);
            }}
          >
            {t('imports.retry')}
          </Button>
        </div>
      )}
    </div>
  );

  function goingWords(): string {
    if (sending.is !== 'going') return '';
    const { file, share } = sending;
    if (share >= 1) return t('imports.arrived', { name: file.name });
    return t('imports.uploading', { name: file.name, percent: Math.floor(100 * share) });
  }
}

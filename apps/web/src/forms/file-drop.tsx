import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../api/types.js';
import { FileFacts } from '../words/file-facts.js';
import { DropZone } from './drop-zone.js';
import { useUploads } from './use-uploads.js';
import type { Upload } from './use-uploads.js';

interface FileDropProps {
  /** of the button, for the links of an error summary */
  id: string;
  files: readonly FileView[];
  added: (file: FileView) => void;
  remove: (id: string) => void;
  error?: string | undefined;
}

/** Files dragged here or chosen become evidence at once, each with its own progress and its own error. */
export function FileDrop({ id, files, added, remove, error }: FileDropProps) {
  const { t } = useTranslation();
  const { uploads, begin, drop } = useUploads(added);
  return (
    <DropZone
      multiple
      take={begin}
      words={t('files.drop')}
      button={{ id, words: t('files.choose'), variant: 'default' }}
    >
      {error !== undefined && <p className="mark-refused">{error}</p>}
      <ul className="plain-list stack-tight" aria-live="polite">
        {files.map((file) => (
          <li key={file.id}>
            <FileFacts file={file} remove={remove} />
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.key}>
            <UploadLine
              upload={upload}
              again={() => {
                drop(upload.key);
                begin([upload.file]);
              }}
              dismiss={() => {
                drop(upload.key);
              }}
            />
          </li>
        ))}
      </ul>
    </DropZone>
  );
}

function UploadLine({ upload, again, dismiss }: { upload: Upload; again: () => void; dismiss: () => void }) {
  const { t } = useTranslation();
  const { name } = upload.file;
  if (upload.fault === null) {
    const percent = Math.round(100 * upload.share);
    return (
      <div className="break">
        {t('files.adding', { name, percent })} <progress value={upload.share} max={1} aria-label={name} />
      </div>
    );
  }
  return (
    <div className="row">
      <span className="mark-refused break">{t('files.notAdded', { name, why: upload.fault })}</span>
      <Button size="compact-sm" variant="default" onClick={again}>
        {t('files.retryFile')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={dismiss}>
        {t('files.dismissFile')}
      </Button>
    </div>
  );
}

import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../api/download.js';
import type { FileView } from '../api/types.js';
import { sizeWords } from './size.js';
import { When } from './when.js';

const isPicture = ({ mediaType }: FileView): boolean => /^image\/(png|jpeg|webp|gif|avif)$/u.test(mediaType);

/** An evidence file: the picture if it is one, what it is called, how large, when captured, and its hash. */
export function FileFacts({ file, remove }: { file: FileView; remove?: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const address = fileAddress(file.id);
  return (
    <div className="file">
      {isPicture(file) && (
        <a href={address} target="_blank" rel="noreferrer noopener">
          <img className="file-picture" src={address} alt={t('files.preview', { name: file.name })} loading="lazy" />
        </a>
      )}
      <div className="file-facts">
        <a href={address} className="break" download={file.name}>
          {file.name}
        </a>
        <div className="quiet small">
          {file.mediaType} · {sizeWords(file.size, i18n.language)}
          {file.capturedAt !== null && (
            <>
              {' · '}
              {t('files.captured')} <When at={file.capturedAt} show="time" />
            </>
          )}
        </div>
        <div className="quiet small break" title={file.sha256}>
          {t('files.hash', { hash: `${file.sha256.slice(0, 16)}…` })}
        </div>
      </div>
      {remove !== undefined && (
        <CloseButton
          aria-label={t('files.removeFile', { name: file.name })}
          onClick={() => {
            remove(file.id);
          }}
        />
      )}
    </div>
  );
}

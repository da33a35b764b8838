import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../../api/download.js';
import type { KeptDocument } from '../../../api/types.js';
import { Kept } from './proof.js';

const isPicture = ({ mediaType }: KeptDocument): boolean => /^image\/(png|jpeg|webp)$/u.test(mediaType);

/** What was seen while the notice was handed over: pictures are shown, everything else can be downloaded. */
export function Exhibits({ exhibits }: { exhibits: readonly KeptDocument[] }) {
  const { t } = useTranslation();
  if (exhibits.length === 0) return null;
  const pictures = exhibits.filter(isPicture);
  return (
    <details className="reveal">
      <summary>{t('evidence.exhibits', { count: exhibits.length })}</summary>
      <div className="stack">
        {pictures.map((exhibit, index) => (
          <figure key={exhibit.id} className="exhibit">
            <img
              src={documentAddress(exhibit.id)}
              alt={t('evidence.picture', { number: index + 1, of: pictures.length })}
              loading="lazy"
            />
            <figcaption>
              <Kept document={exhibit} words={t('evidence.pictureDownload', { number: index + 1 })} />
            </figcaption>
          </figure>
        ))}
        {exhibits
          .filter((exhibit) => !isPicture(exhibit))
          .map((exhibit) => (
            <Kept key={exhibit.id} document={exhibit} words={t(wordsOf(exhibit))} />
          ))}
      </div>
    </details>
  );
}

function wordsOf({ mediaType }: KeptDocument): 'evidence.trail' | 'evidence.pack' | 'evidence.file' {
  if (mediaType === 'application/json') return 'evidence.trail';
  return mediaType === 'application/zip' ? 'evidence.pack' : 'evidence.file';
}

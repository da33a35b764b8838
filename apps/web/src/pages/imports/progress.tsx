import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { percentOf, useNumbers } from './numbers.js';
import { Sum } from './sum.js';
import { useImportAct } from './use-import.js';

/** The dry run while it reads. How far a workbook has got is not known: it shows its rows alone. */
export function Reading({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const percent = row.format.kind === 'csv' ? percentOf(row.readBytes, row.size) : null;
  const rows = t('imports.steps.readingRows', { count: row.rows, n: n(row.rows) });
  const words = percent === null ? rows : `${rows} · ${t('imports.reading.share', { percent })}`;
  return (
    <Progress
      row={row}
      title={t(row.paused ? 'imports.reading.stopped' : 'imports.reading.title')}
      text={t(row.paused ? 'imports.reading.stoppedText' : 'imports.reading.text')}
      bar={t('imports.reading.bar')}
      percent={percent}
      words={words}
    >
      {row.rows > 0 && <Sum of={row} />}
    </Progress>
  );
}

export function Committing({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const percent = percentOf(row.committed, row.accepted);
  const words = [
    t('imports.committing.rows', { n: n(row.committed), all: n(row.accepted) }),
    t('imports.committing.made', { count: row.complaints, n: n(row.complaints) }),
  ].join(' · ');
  return (
    <Progress
      row={row}
      title={t(row.paused ? 'imports.committing.stopped' : 'imports.committing.title')}
      text={t(row.paused ? 'imports.committing.stoppedText' : 'imports.committing.text')}
      bar={t('imports.committing.bar')}
      percent={percent}
      words={words}
    />
  );
}

interface ProgressProps {
  row: ImportView;
  title: string;
  text: string;
  bar: string;
  percent: number | null;
  words: string;
  children?: ReactNode;
}

function Progress({ row, title, text, bar, percent, words, children }: ProgressProps) {
  return (
    <section className="sheet stack" aria-labelledby="import-progress">
      <h2 id="import-progress">{title}</h2>
      <p>{text}</p>
      {percent === null ? (
        <progress className="import-bar" aria-label={bar} />
      ) : (
        <progress className="import-bar" aria-label={bar} value={percent} max={100} />
      )}
      <p className="figure-value">{words}</p>
      {children}
      <StopOrGoOn row={row} />
    </section>
  );
}

function StopOrGoOn({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const stop = useImportAct(row.id, 'pause');
  const goOn = useImportAct(row.id, 'resume');
  if (!row.paused) {
    return (
      <div>
        <Button
          variant="default"
          loading={stop.isPending}
          onClick={() => {
            stop.mutate();
          }}
        >
          {t('imports.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <Button
        loading={goOn.isPending}
        onClick={() => {
          goOn.mutate();
        }}
      >
        {t('imports.goOn')}
      </Button>
    </div>
  );
}

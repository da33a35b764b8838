import { TextInput, Textarea } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { fileQuery } from '../../api/queries.js';
import type { FileView, PlatformView } from '../../api/types.js';
import { errorOf } from '../../forms/error-summary.js';
import { FileDrop } from '../../forms/file-drop.js';
import { sizeWords } from '../../words/size.js';
import { takenBy } from './answers.js';
import type { FillStepProps } from './fill-step.js';
import { limitsOf } from './way.js';

/** Why the listings infringe, and what shows it: as far as the platform takes it. */
export function Why(props: FillStepProps) {
  const { t } = useTranslation();
  const { answers, change, platform, errors } = props;
  const { forbids, hasGoods } = takenBy(platform, answers);
  return (
    <section className="stack">
      <h2>{t('filing.whyTitle')}</h2>
      {forbids.includes('explanation') ? (
        <p className="quiet">{t('filing.takesNo.explanation')}</p>
      ) : (
        <Explanation {...props} />
      )}
      {hasGoods && (
        <TextInput
          id="goodsClasses"
          size="md"
          label={t('filing.goods')}
          description={t('filing.goodsHint')}
          error={errorOf(errors, 'goodsClasses')}
          value={answers.goodsClasses}
          onChange={(event) => {
            change({ goodsClasses: event.currentTarget.value });
          }}
        />
      )}
      {forbids.includes('evidence-links') ? (
        <p className="quiet">{t('filing.takesNo.links')}</p>
      ) : (
        <Textarea
          id="evidence"
          size="md"
          label={t('filing.evidence')}
          description={t('filing.evidenceHint')}
          error={errorOf(errors, 'evidence')}
          autosize
          minRows={2}
          value={answers.evidence}
          onChange={(event) => {
            change({ evidence: event.currentTarget.value });
          }}
        />
      )}
      {forbids.includes('evidence-files') ? (
        <p className="quiet">{t('filing.takesNo.files')}</p>
      ) : (
        <EvidenceFiles {...props} />
      )}
    </section>
  );
}

function Explanation({ answers, change, platform, errors }: FillStepProps) {
  const { t } = useTranslation();
  const max = limitOf(platform, answers, 'explanationLength');
  return (
    <>
      <Textarea
        id="explanation"
        size="md"
        label={t('filing.explanation')}
        description={t('filing.explanationHint')}
        error={errorOf(errors, 'explanation')}
        autosize
        minRows={5}
        value={answers.explanation}
        onChange={(event) => {
          change({ explanation: event.currentTarget.value });
        }}
      />
      {max !== undefined && (
        <p className={answers.explanation.length > max ? 'mark-refused' : 'quiet'}>
          {t('filing.length', { count: answers.explanation.length, max })}
        </p>
      )}
    </>
  );
}

type NumberLimit = 'explanationLength' | 'evidenceFiles' | 'evidenceFileBytes' | 'evidenceBytes';

function limitOf(platform: PlatformView | undefined, { ground }: FillStepProps['answers'], name: NumberLimit) {
  if (platform === undefined) return undefined;
  return (ground === '' ? platform.limits : limitsOf(platform, ground))[name];
}

/** Files named by the answers, as far as they were read. */
export function useFiles(ids: readonly string[]): FileView[] {
  return useQueries({ queries: ids.map(fileQuery) }).flatMap(({ data }) => data ?? []);
}

function EvidenceFiles({ answers, change, platform, errors }: FillStepProps) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const files = useFiles(answers.evidenceFileIds);
  const limits = fileLimits(t, i18n.language, (name) => limitOf(platform, answers, name));
  return (
    <div className="stack-tight" role="group" aria-labelledby="files-label">
      <strong id="files-label">{t('filing.files')}</strong>
      <span className="quiet small">
        {t('filing.filesHint')} {limits}
      </span>
      <FileDrop
        id="files"
        files={files}
        error={errorOf(errors, 'files')}
        added={(file) => {
          queries.setQueryData(fileQuery(file.id).queryKey, file);
          change(({ evidenceFileIds }) => ({ evidenceFileIds: [...new Set([...evidenceFileIds, file.id])] }));
        }}
        remove={(id) => {
          change(({ evidenceFileIds }) => ({ evidenceFileIds: evidenceFileIds.filter((known) => known !== id) }));
        }}
      />
    </div>
  );
}

function fileLimits(t: TFunction, language: string, limit: (name: NumberLimit) => number | undefined): string {
  const [count, each, all] = [limit('evidenceFiles'), limit('evidenceFileBytes'), limit('evidenceBytes')];
  const said = [
    count === undefined ? '' : t('filing.filesMost', { count }),
    each === undefined ? '' : t('filing.fileSize', { size: sizeWords(each, language) }),
    all === undefined ? '' : t('filing.filesSize', { size: sizeWords(all, language) }),
  ];
  return said.filter((words) => words !== '').join(' ');
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fileQuery } from '../../api/queries.js';
import type { FileView } from '../../api/types.js';
import { FileDrop } from '../../forms/file-drop.js';
import { Loaded } from '../../frame/states.js';
import { tagOf } from '../../i18n/language.js';
import { FileFacts } from '../../words/file-facts.js';
import { oneOf } from '../../words/known.js';
import { languageName } from './codes.js';
import { focusSoon } from './owner-fields.js';
import type { DocumentEntry } from './right-entry.js';
import { newDocument } from './right-entry.js';
import type { RightPartProps } from './right-fields.js';
import { textProps } from './text-props.js';

const ADD = 'right-documents';

/** `certificate.pdf` → `certificate`: what a paper is called until somebody says it better. */
const titleOf = ({ name }: FileView): string => name.replace(/\.[^.]+$/u, '').slice(0, 300);

/** Papers that prove the right. Each file dropped here becomes one; a paper kept elsewhere is named without a file. */
export function DocumentFields({ entry, change, errors }: RightPartProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { documents } = entry;
  const put = (next: (now: DocumentEntry[]) => DocumentEntry[], changed: string): void => {
    change((now) => ({ documents: next(now.documents) }), [changed]);
  };
  const keep = (file: FileView): void => {
    queries.setQueryData(fileQuery(file.id).queryKey, file);
  };
  return (
    <fieldset className="stack">
      <legend>{t('rights.documents')}</legend>
      <p className="quiet">{t('rights.documentsHint')}</p>
      {documents.length > 0 && (
        <ol className="plain-list stack">
          {documents.map((paper, place) => (
            <li key={paper.key}>
              <DocumentRow
                {...{ paper, place, errors }}
                change={(part, field) => {
                  put(
                    (now) => now.map((each) => (each.key === paper.key ? { ...each, ...part } : each)),
                    `documents-${place}-${field}`,
                  );
                }}
                attach={(file) => {
                  keep(file);
                  put((now) => withFile(now, paper.key, file), `documents-${place}`);
                }}
                remove={() => {
                  put((now) => now.filter((each) => each.key !== paper.key), 'documents');
                  document.getElementById(ADD)?.focus();
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <FileDrop
        id={ADD}
        files={[]}
        remove={() => undefined}
        added={(file) => {
          keep(file);
          put((now) => [...now, newDocument({ title: titleOf(file), fileId: file.id })], '');
        }}
      />
      <div>
        <Button
          variant="default"
          onClick={() => {
            put((now) => [...now, newDocument()], '');
            focusSoon(`right-documents-${documents.length}-kind`);
          }}
        >
          {t('rights.addDocument')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The file of one paper; where it has one already, a further file is a further paper. */
function withFile(documents: DocumentEntry[], key: number, file: FileView): DocumentEntry[] {
  const isFree = documents.some((each) => each.key === key && each.fileId === null);
  if (!isFree) return [...documents, newDocument({ title: titleOf(file), fileId: file.id })];
  return documents.map((each) =>
    each.key === key
      ? { ...each, fileId: file.id, title: each.title.trim() === '' ? titleOf(file) : each.title }
      : each,
  );
}

interface DocumentRowProps {
  paper: DocumentEntry;
  place: number;
  errors: RightPartProps['errors'];
  change: (part: Partial<DocumentEntry>, field: string) => void;
  attach: (file: FileView) => void;
  remove: () => void;
}

function DocumentRow({ paper, place, errors, change, attach, remove }: DocumentRowProps) {
  const { t } = useTranslation();
  const name = t('rights.documentPlace', { place: place + 1 });
  return (
    <div role="group" aria-label={name} className="row-of-fields">
      <DocumentTexts {...{ paper, place, errors, change }} />
      {paper.fileId === null ? (
        <FileDrop id={`right-documents-${place}-fileId`} files={[]} remove={() => undefined} added={attach} />
      ) : (
        <PaperFile
          id={paper.fileId}
          remove={() => {
            change({ fileId: null }, 'fileId');
          }}
        />
      )}
      <div>
        <Button size="compact-sm" variant="subtle" onClick={remove}>
          {t('rights.removeDocument', { place: place + 1 })}
        </Button>
      </div>
    </div>
  );
}

function DocumentTexts({ paper, place, errors, change }: Omit<DocumentRowProps, 'attach' | 'remove'>) {
  const { t, i18n } = useTranslation();
  const form = `right-documents-${place}`;
  const { kind, title, language } = paper;
  const texts = {
    form,
    texts: { title, language },
    errors,
    set: (field: 'title' | 'language', text: string) => {
      change({ [field]: text }, field);
    },
  };
  const kinds = t('words.document', { returnObjects: true });
  return (
    <div className="triple">
      <NativeSelect
        id={`${form}-kind`}
        size="md"
        label={t('rights.documentKind')}
        value={kind}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          const chosen = oneOf(kinds, event.currentTarget.value);
          if (chosen !== undefined) change({ kind: chosen }, 'kind');
        }}
      />
      <TextInput {...textProps(texts, 'title')} label={t('rights.documentTitle')} autoComplete="off" />
      <div>
        <TextInput
          {...textProps(texts, 'language')}
          label={t('rights.documentLanguage')}
          placeholder="zh"
          autoComplete="off"
        />
        <p className="quiet small below-field">{languageName(language.trim(), tagOf(i18n.language))}</p>
      </div>
    </div>
  );
}

/** A file by its identifier. @param remove takes it off what it is shown with; the file itself stays in evidence */
export function PaperFile({ id, remove }: { id: string; remove?: () => void }) {
  const file = useQuery(fileQuery(id));
  return (
    <Loaded query={file}>{(read) => <FileFacts file={read} {...(remove === undefined ? {} : { remove })} />}</Loaded>
  );
}

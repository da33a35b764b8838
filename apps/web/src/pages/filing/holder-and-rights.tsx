import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Finding, RightView } from '../../api/types.js';
import { errorOf } from '../../forms/error-summary.js';
import type { Answers } from './answers.js';
import { AddHolder } from './add-holder.js';
import { AddRight } from './add-right.js';
import type { FillStepProps } from './fill-step.js';
import { Findings } from './findings.js';
import { rightWords } from './right-words.js';

/** Whose right, and which: both can be recorded here without leaving the form. */
export function HolderAndRights({ answers, change, ground, holders, rights, check, errors }: FillStepProps) {
  const { t } = useTranslation();
  const [adding, dialog] = useDisclosure(false);
  const kinds = ground?.rightKinds ?? [];
  return (
    <section className="stack">
      <h2>{t('filing.holderTitle')}</h2>
      <div className="row-field">
        <NativeSelect
          id="rightsHolderId"
          size="md"
          style={{ flex: '1 1 260px' }}
          label={t('filing.holder')}
          error={errorOf(errors, 'rightsHolderId')}
          value={answers.rightsHolderId}
          onChange={(event) => {
            change({ rightsHolderId: event.currentTarget.value, rightIds: [] });
          }}
          data={[
            { value: '', label: t('filing.chooseHolder') },
            ...holders.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button size="md" variant="default" onClick={dialog.open}>
          {t('filing.addHolder')}
        </Button>
      </div>
      <AddHolder
        opened={adding}
        close={dialog.close}
        added={({ id }) => {
          change({ rightsHolderId: id, rightIds: [] });
        }}
      />
      {answers.rightsHolderId !== '' && ground !== undefined && (
        <Rights
          holder={answers.rightsHolderId}
          chosen={answers.rightIds}
          choose={(rightIds) => {
            change({ rightIds });
          }}
          kinds={kinds}
          rights={rights.filter(({ kind }) => kinds.includes(kind))}
          error={errorOf(errors, 'rights')}
        />
      )}
      {answers.rightIds.length > 0 && (
        <Findings
          findings={check?.findings ?? []}
          at="/right"
          mend={(finding) => <ToRegister finding={finding} answers={answers} />}
        />
      )}
    </section>
  );
}

interface RightsProps {
  holder: string;
  chosen: readonly string[];
  choose: (ids: string[]) => void;
  kinds: readonly RightView['kind'][];
  rights: readonly RightView[];
  error: string | undefined;
}

function Rights({ holder, chosen, choose, kinds, rights, error }: RightsProps) {
  const { t } = useTranslation();
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <Checkbox.Group size="md" label={t('filing.rights')} error={error} value={[...chosen]} onChange={choose}>
        <div id="rights" tabIndex={-1} className="stack-tight">
          {rights.length === 0 && (
            <p className="quiet">
              {t('filing.noRights', { kinds: kinds.map((kind) => t(`words.right.${kind}`)).join(', ') })}
            </p>
          )}
          {rights.map((right) => (
            <Checkbox key={right.id} size="md" value={right.id} label={rightWords(t, right)} />
          ))}
        </div>
      </Checkbox.Group>
      <div>
        <Button variant="default" onClick={dialog.open}>
          {t('filing.addRight')}
        </Button>
      </div>
      <AddRight
        rightsHolderId={holder}
        kinds={kinds}
        opened={adding}
        close={dialog.close}
        added={({ id }) => {
          choose([...chosen, id]);
        }}
      />
    </>
  );
}

/** Where the register says otherwise; in another window, so that the form stays as it is. */
function ToRegister({ finding: { code, pointer }, answers }: { finding: Finding; answers: Answers }) {
  const { t } = useTranslation();
  const right = answers.rightIds[Number(pointer.split('/')[2])];
  if (code === 'power-missing' || code === 'power-expires-soon') {
    return (
      <Link to="/rights-holders/$id" params={{ id: answers.rightsHolderId }} target="_blank">
        {t('filing.openHolder')}
      </Link>
    );
  }
  if (right === undefined) return null;
  return (
    <Link to="/rights/$id" params={{ id: right }} target="_blank">
      {t('filing.openRight')}
    </Link>
  );
}

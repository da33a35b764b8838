import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { useNumbers } from './numbers.js';
import { useImportAct } from './use-import.js';

/**
 * Takes the import back. There is no way back from that, so it asks first and says what stays.
 */
export function Undo({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const n = useNumbers();
  const [asking, dialog] = useDisclosure(false);
  const hasDrafts = row.state === 'committing' || row.state === 'committed';
  const undo = useImportAct(row.id, 'undo', () => {
    dialog.close();
    notify(t(hasDrafts ? 'imports.undo.done' : 'imports.undo.discarded'));
  });
  if (row.state === 'undone') return null;
  const action = t(hasDrafts ? 'imports.undo.undo' : 'imports.undo.discard');
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {action}
      </Button>
      <Dialog
        title={t(hasDrafts ? 'imports.undo.undoTitle' : 'imports.undo.discardTitle')}
        opened={asking}
        close={dialog.close}
        submit={() => {
          undo.mutate();
        }}
        submitWords={action}
        pending={undo.isPending}
        fault={undo.error}
      >
        <p>
          {hasDrafts
            ? t('imports.undo.undoText', { count: row.complaints, n: n(row.complaints) })
            : t('imports.undo.discardText')}
        </p>
        {hasDrafts && row.register && <p>{t('imports.undo.registerStays')}</p>}
      </Dialog>
    </>
  );
}

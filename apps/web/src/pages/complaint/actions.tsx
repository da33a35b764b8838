import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { ApproveDialog, ReturnDialog } from './approval-dialogs.js';
import { DecideByHand } from './decide-by-hand.js';
import { SubmitDialog } from './submit-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** What can be done with a complaint as it stands; the server says which moves are open. */
export function Actions({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const [submitting, submit] = useDisclosure(false);
  const [approving, approve] = useDisclosure(false);
  const [returning, giveBack] = useDisclosure(false);
  const [withdrawing, withdraw] = useDisclosure(false);
  const [deciding, decide] = useDisclosure(false);
  const decidable = complaint.items.some(({ status }) => status === 'filed') && complaint.status !== 'withdrawn';
  return (
    <>
      {complaint.moves.includes('submit') && <Button onClick={submit.open}>{t('complaint.submit')}</Button>}
      {complaint.moves.includes('approve') && <Button onClick={approve.open}>{t('complaint.approve')}</Button>}
      {complaint.moves.includes('return') && (
        <Button variant="default" onClick={giveBack.open}>
          {t('complaint.return')}
        </Button>
      )}
      {complaint.moves.includes('edit') && (
        <ButtonLink variant="default" to="/complaints/new" search={{ complaint: complaint.id }}>
          {t('complaint.edit')}
        </ButtonLink>
      )}
      {decidable && (
        <Button variant="default" onClick={decide.open}>
          {t('complaint.decide')}
        </Button>
      )}
      {complaint.moves.includes('withdraw') && (
        <Button variant="default" onClick={withdraw.open}>
          {t('complaint.withdraw')}
        </Button>
      )}
      <SubmitDialog complaint={complaint} opened={submitting} close={submit.close} />
      <ApproveDialog complaint={complaint} opened={approving} close={approve.close} />
      <ReturnDialog complaint={complaint} opened={returning} close={giveBack.close} />
      <WithdrawDialog id={complaint.id} opened={withdrawing} close={withdraw.close} />
      <DecideByHand complaint={complaint} opened={deciding} close={decide.close} />
    </>
  );
}

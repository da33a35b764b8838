import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../api/download.js';
import { mailboxQuery } from '../../api/queries.js';
import type { MailView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { sizeWords } from '../../words/size.js';
import { When } from '../../words/when.js';

/** What would have left by mail while no mail server is set. */
export function Mailbox() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(mailboxQuery);
  return (
    <>
      <PageHead title={t('triage.mailbox.title')} />
      <p className="quiet">{t('triage.mailbox.lead')}</p>
      <Loaded query={list}>
        {({ pages }) => {
          const mails = pages.flatMap((page) => page.data);
          return mails.length === 0 ? (
            <Empty />
          ) : (
            <Panes mails={mails} more={list.hasNextPage ? () => void list.fetchNextPage() : undefined} />
          );
        }}
      </Loaded>
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{t('triage.mailbox.empty')}</h2>
      <p>{t('triage.mailbox.emptyText')}</p>
      <ButtonLink to="/complaints/new">{t('frame.newComplaint')}</ButtonLink>
    </div>
  );
}

function Panes({ mails, more }: { mails: readonly MailView[]; more: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  const chosen = mails.find(({ id }) => id === asked) ?? mails[0];
  return (
    <div className="panes">
      <div>
        <h2 className="hidden-label">{t('triage.mailbox.list')}</h2>
        <ul className="pane-list">
          {mails.map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                className="pane-item"
                aria-current={mail.id === chosen?.id}
                onClick={() => {
                  setAsked(mail.id);
                }}
              >
                <div className="clip">
                  <strong>{mail.subject}</strong>
                </div>
                <div className="clip">{mail.to.join(', ')}</div>
                <span className="quiet small">
                  <When at={mail.at} show="relative" />
                </span>
              </button>
            </li>
          ))}
        </ul>
        {more !== undefined && (
          <Button variant="default" fullWidth mt={8} onClick={more}>
            {t('frame.more')}
          </Button>
        )}
      </div>
      {chosen !== undefined && <Message mail={chosen} />}
    </div>
  );
}

function Message({ mail }: { mail: MailView }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="sheet stack" aria-labelledby="mail-subject">
      <h2 id="mail-subject" className="break">
        {mail.subject}
      </h2>
      <dl className="facts">
        <dt>{t('triage.mailbox.from')}</dt>
        <dd>{mail.from}</dd>
        <dt>{t('triage.mailbox.to')}</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>{t('triage.mailbox.at')}</dt>
        <dd>
          <When at={mail.at} />
        </dd>
        {mail.complaintId !== null && (
          <>
            <dt>{t('triage.mailbox.complaint')}</dt>
            <dd>
              <Link to="/complaints/$id" params={{ id: mail.complaintId }}>
                {mail.reference ?? mail.complaintId}
              </Link>
            </dd>
          </>
        )}
      </dl>
      {mail.attachments.length > 0 && (
        <div>
          <strong>{t('triage.mailbox.attachments')}</strong>
          <ul className="dotted">
            {mail.attachments.map(({ name, mediaType, bytes }, at) => (
              <li key={`${at} ${name ?? ''}`} className="break">
                {name ?? t('triage.mailbox.nameless')}{' '}
                <span className="quiet small">
                  {mediaType} · {sizeWords(bytes, i18n.language)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <pre className="raw" tabIndex={0} role="region" aria-label={t('triage.mailbox.text')}>
        {mail.text}
      </pre>
      <p>
        <a href={documentAddress(mail.documentId)} download>
          {t('triage.mailbox.raw')}
        </a>
      </p>
    </section>
  );
}

import { Page } from '../../components/page.tsx';

/** For the owner: how nothing is lost, and how everything can be taken elsewhere. */
export function BackupScreen() {
  return (
    <Page title="Backup and export" audience="therapist">
      <section aria-labelledby="export">
        <h2 id="export">Take everything with you</h2>
        <p>
          This saves one file with every record, who has an account, and who did what. You can read
          it on any computer, or have it back in Assuage. Passwords are not in it.
        </p>
        <p className="notice">
          <b>Anyone who has the file can read all of it.</b> Private notes are in it too. Keep it as
          safe as the records.
        </p>
        <p>
          <a className="button" href="/api/export" download>
            Export everything
          </a>
        </p>
      </section>
      <section aria-labelledby="contacts">
        <h2 id="contacts">Contact data alone</h2>
        <p>
          This saves the names, contact data and dates of birth of all clients as vCards, for an
          address book. Nothing about health is in it. Who is a client is private, too.
        </p>
        <p>
          <a className="button" href="/api/contacts.vcf" download>
            Save all contacts
          </a>
        </p>
      </section>
      <section aria-labelledby="backup">
        <h2 id="backup">Back up</h2>
        <p>
          An export is not a backup: nobody can sign in with it. Make backups on the computer where
          Assuage runs. People may go on working meanwhile.
        </p>
        <p>To back up once a day by itself, start Assuage so:</p>
        <pre>
          <code>assuage serve --backup FOLDER</code>
        </pre>
        <p>To back up now:</p>
        <pre>
          <code>assuage backup FOLDER</code>
        </pre>
        <p>To have a backup back, in a new folder:</p>
        <pre>
          <code>assuage restore FILE --data NEW-FOLDER</code>
        </pre>
        <ul>
          <li>Use a folder on another disk. Keep one copy away from the practice.</li>
          <li>
            Anyone who has a backup can read it, unless you encrypt it:{' '}
            <code>--passphrase-file FILE</code>
          </li>
          <li>Four times a year, restore one and look at a client you know.</li>
        </ul>
      </section>
    </Page>
  );
}

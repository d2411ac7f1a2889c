import { evidenceAt, finding, report } from './chosen.js';
import { Decide } from './decide.js';
import { say } from './language.js';
import { suspectOf } from './marks.js';

/** What was checked of the chosen report. */
const Coverage = ({ text }: { readonly text: string }) => (
  <section>
    <h2>{say('deskCoverage')}</h2>
    <pre>{text}</pre>
  </section>
);

/** The chosen finding: the sum as printed, each figure with its place, why, what was decided, and the decision. */
export function FindingPane() {
  const detail = finding.value;
  const coverage = report.value?.coverage ?? '';
  if (!detail)
    return (
      <section class="right" aria-label={say('deskFindings')}>
        {coverage !== '' && <Coverage text={coverage} />}
      </section>
    );
  const { finding: it, number, message, arithmetic, hypothesis, explained, review } = detail;
  const suspect = suspectOf(detail);
  return (
    <section class="right" aria-label={say('deskFindings')}>
      <p class="top">
        <b class={`severity ${it.severity}`}>{say(it.severity)}</b> #{number} {it.rule}{' '}
        <span class={`status ${review.status}`}>{say(review.status)}</span>
      </p>
      <h2>{message}</h2>
      <p class="arithmetic">{arithmetic}</p>
      {hypothesis !== null && <p class="hypothesis">{hypothesis}</p>}
      <Decide />
      <h3>{say('deskEvidence')}</h3>
      <ol class="evidence">
        {it.evidence.map(({ text, context, page, figure }, at) => (
          <li key={at}>
            <button aria-current={at === evidenceAt.value ? 'true' : undefined} onClick={() => (evidenceAt.value = at)}>
              <b>{text}</b>
              {figure !== null && figure === suspect && <em> {say('deskSuspect')}</em>}
              {page !== null && <span>{say('onPage', { page })}</span>}
              <span class="context">{context}</span>
            </button>
          </li>
        ))}
      </ol>
      <details open>
        <summary>{say('deskExplained')}</summary>
        <pre>{explained}</pre>
      </details>
      {coverage !== '' && (
        <details>
          <summary>{say('deskCoverage')}</summary>
          <pre>{coverage}</pre>
        </details>
      )}
    </section>
  );
}

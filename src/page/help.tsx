import { useEffect, useRef } from 'preact/hooks';
import { bindings } from './keys.js';
import { say } from './language.js';
import { helpOpen } from './shown.js';

/** The keys of the page. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={() => (helpOpen.value = false)} aria-label={say('deskKeys')}>
      <table>
        <tbody>
          {bindings.map(({ key, about }) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{say(about)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button onClick={() => dialog.current?.close()}>{say('key_close')}</button>
    </dialog>
  );
}

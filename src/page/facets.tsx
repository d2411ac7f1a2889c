import { facetNames, type FacetName } from '../model/desk.js';
import { go, place, toggle } from './address.js';
import { say } from './language.js';
import { valueWords } from './value-words.js';
import { facets, total } from './rows.js';

/** Values that are shown of a facet, beside those that are chosen. */
const most = 12;

function Facet({ name }: { readonly name: FacetName }) {
  const chosen = place.value.facets[name];
  const values = facets.value?.[name] ?? [];
  const shown = values.filter(({ value }, at) => at < most || chosen.includes(value));
  if (values.length < 2 && chosen.length === 0) return null;
  return (
    <details open={chosen.length > 0 || name === 'status' || name === 'severity'}>
      <summary>{say(`facet_${name}`)}</summary>
      {shown.map(({ value, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(name, value)} />
          <span>{valueWords(name, value)}</span>
          <output>{count}</output>
        </label>
      ))}
    </details>
  );
}

/** By what the list can be narrowed, with how many rows each choice would leave. */
export function Facets() {
  const { facets: chosen, words } = place.value;
  const narrowed = words !== '' || facetNames.some((name) => chosen[name].length > 0);
  return (
    <div class="facets">
      <p>
        <span role="status">
          {total.value === null ? say('deskLoading') : say('deskCount', { count: total.value })}
        </span>
        {narrowed && (
          <button
            onClick={() =>
              go({
                words: '',
                facets: Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as typeof chosen,
              })
            }
          >
            {say('deskClear')}
          </button>
        )}
      </p>
      {facetNames
        .filter((name) => name !== 'document')
        .map((name) => (
          <Facet key={name} name={name} />
        ))}
    </div>
  );
}

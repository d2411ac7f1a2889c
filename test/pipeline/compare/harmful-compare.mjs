// A child that compares nothing: it hangs for a budget, throws for a unit, and finds nothing in any other pair.
import { serve } from '../../../dist/pipeline/isolate/serve.js';

serve({
  stored: ({ kind, first, second }) => {
    if (kind === 'budget') for (;;);
    if (kind === 'unit') throw new TypeError('the reason');
    return { kind, document: first.sha256, other: second.sha256, outcomes: [], findings: [] };
  },
});

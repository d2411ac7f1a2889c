import { say, type Code, type Language, type Params } from './catalogue.js';

/** gouji could not do what was asked. Code and params are data; the words are derived. Findings are results and never thrown. */
export class GoujiError<C extends Code = Code> extends Error {
  readonly code: C;
  readonly params: Params<C>;

  constructor(code: C, params: Params<C>, options?: ErrorOptions) {
    super(say(code, params, 'en'), options);
    this.name = 'GoujiError';
    this.code = code;
    this.params = params;
  }

  say(language: Language): string {
    return say(this.code, this.params, language);
  }
}

import { ownArguments, serve } from '../isolate/serve.js';
import { reading, type Reading } from './reading.js';

const [mostPages, rules] = ownArguments();

serve<Reading>(reading({ mostPages: Number(mostPages), rules }));

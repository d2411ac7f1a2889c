import { serve } from '../isolate/serve.js';
import { PageDrawer, type Drawn, type ToDraw } from './draw.js';

/** What a process that draws can be asked. */
export interface Drawing {
  band(wanted: ToDraw): Promise<Drawn>;
}

const drawer = new PageDrawer();

serve<Drawing>({ band: (wanted) => drawer.draw(wanted) });

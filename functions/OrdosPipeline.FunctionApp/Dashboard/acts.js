// What an administrator can do about a quarter: write its summary anew, and publish it. Each is confirmed and on record.

import { h } from './dom.js';
import { t } from './words.js';
import { order } from './api.js';
import { change } from './place.js';
import { confirmAct } from './dialog.js';
import { quarter } from './format.js';

/** Those of a quarter; where none is written yet, one can be chosen. */
export function quarterActs(context) {
  const of = context.quarter ?? quarterToClose(context);
  const isPublished = context.head?.state === 'published';
  const run = async (publish, says) => {
    const done = await confirmAct({
      title: t(publish ? 'publishTitle' : 'closeTitle', quarter(of)), says: [...says, t('onRecord')], confirm: t(publish ? 'publish' : 'close'),
      act: () => order(`api/summaries/${encodeURIComponent(context.plan)}/${of}`, { publish: publish ? 'true' : null }),
    });
    if (!done) return;
    change({ quarter: of });
    context.renew(t(publish ? 'publishedNow' : done.isNew ? 'closedNow' : 'closedSame', quarter(of), done.version));
  };
  return h('p.actions', h('span.muted', t('administration'), !context.head && ` ${quarter(of)}`),
    h('button', { type: 'button', onclick: () => run(false, [t('closeSays'), isPublished ? t('closeSaysPublished', context.head.version) : t('closeSaysDraft')]) }, t('close')),
    !isPublished && h('button', { type: 'button', onclick: () => run(true, [t('publishSays', context.head?.version ?? 1), t('publishSaysFrozen')]) }, t('publish')));
}

// The newest that has ended and is of the plan.
function quarterToClose({ me, lastYear }) {
  return Number(me.openQuarter.slice(0, 4)) > lastYear ? `${lastYear}Q4` : me.openQuarter;
}

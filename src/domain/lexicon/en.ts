import type { Lexicon } from './lexicon.ts';

export const en: Lexicon = {
  non_payment: {
    strong: `
      refus* to pay; wont|doesnt|dont|didnt|hasnt|havent pay|paid; never pay us|for|our|anything
      do|does|did|has|have|will|still not pay|paid; still|remain* unpaid; unpaid ... invoice*|bill*
      invoice*|bill* ... unpaid; never|not been paid; never paid us|for|anything|a; owe* us; stopped paying; still wait* for ... payment|money
      no payment ... for|since; wait* for ... our money; not ... a cent|penny;
      withhold* ... payment*|money; invoice* ... ignored|written off; waiting to be paid`,
    weak: 'non payment; debt*; owe|owes|owed; unpaid',
  },
  late_payment: {
    strong: `
      pay*|paid ... late; late ... pay*|paid; late|delayed|overdue payment*|invoice*|transfer*
      invoice*|payment*|bill* ... late|overdue; overdue; past due; payment* ... delayed
      delay* ... payment*|invoice*; pay* ... weeks|months after|later; invoice*|bill* ... weeks|months late|later
      invoice* ... came|come|arrive*|paid in|only; chas* ... invoice*|payment*|money
      remind* ... about|of ... invoice*|payment*; weeks|months ... after ... due;
      pays|pay|paid when they like|feel|want; slow to pay; slow payer*; after ... third|second reminder`,
    weak: 'invoice*; payment*; late; remind*; chas*; months; weeks',
  },
  low_pay: {
    strong: `
      pay*|paid ... too little; underpa*; low|tiny|small|poor budget|fee|rate|margin|rates|fees|margins|pay
      rate|rates|fee|fees|budget ... too|far|very|so low|small
      rate|rates|fee|fees|budget|price ... below ... market|cost|costs; below ... market|cost
      lose|losing|lost money; not worth ... money|hours|effort
      doesnt|dont|not|hardly|barely ... cover ... cost*|hours|work; barely|hardly cover*
      margin* ... thin|zero|negative|nothing; worst|lowest pay*|rate|rates|fee; work* for peanuts`,
    weak: 'unprofitable; margin*; cheap; low budget',
  },
  price_pressure: {
    strong: `
      discount*; haggl*; bargain* ... price*|rate*|fee*; push* ... price*|rate*|fee* ... down
      push* down ... price*|rate*|fee*; cheaper; lower ... price*|rate*|fee*|quote|estimate*
      cut ... price*|rate*|fee*|budget; beat* ... down ... price*|rate*
      squeez* ... price*|rate*|fee*|budget|estimate*|quote
      negotiat* ... every|each ... invoice*|estimate*|quote*|hour*|line|price*
      question* ... every ... hour*|line|invoice*|estimate*|quote*; too expensive`,
    weak: 'price*; expensive; negotiat*',
  },
  no_contract: {
    strong: `
      no|without|missing|unsigned ... contract*; without|no ... paperwork
      not|never|wont|doesnt|dont|hasnt|havent|didnt|refus* ... sign*
      contract|agreement|sow ... not|never|unsigned ... signed|sign
      contract|agreement|sow ... still|is|remain* unsigned; nothing ... in writing|signed; unsigned
      on a handshake|word; no ... in writing; wait* ... for ... signature*;
      no|missing|outstanding|still no signature*; sign* ... keeps|kept ... postpon*; postpon*|delay* ... signing|signature*; never signed`,
    weak: 'contract*; signature*; handshake; sign|signed|signing',
  },
  broken_agreements: {
    strong: `
      broke*|break* ... agreement*|promise*|word|deal*; goes|go|went|going back on
      disput* ... invoice*|hours|bill*|charge*; disput* ... agreed; change* ... mind*
      chang* ... brief*|requirements|goal* ... after|again|every|mid*|half*
      deny|denies|denied ... agreed|approved|ordered|approval|said
      ignore* ... agreement*|what ... agreed|contract*
      agreed ... then ... changed|denied|refused|forgot|different*
      approved ... then ... changed|denied|rejected|wants|wanted; contest* ... invoice*
      do|does|did not|nt keep ... promise*|word|agreement*|deadline*
      doesnt|dont|didnt|never keep|kept ... promise*|word|agreement*|deal*; moving|moves|move|moved ... goalposts
      pretend* ... never|not ... agreed|said; reopen* ... agreed|approved|closed|signed
      miss* ... their|own|agreed deadline*; rewr* ... agreement*|rules|history
      promise* ... never|not ... happen*|came|come|kept|deliver*;
      pretend* ... conversation|call|meeting|agreement|talk; act ... as if|though ... never|nothing|not; one thing ... then|later|week ... another|opposite|other`,
    weak: 'agreement*; promise*; agreed; approved; disput*',
  },
  scope_creep: {
    strong: `
      scope ... creep*|grow*|expand*|grew|chang*; beyond|outside|out of|not in|exceed* ... scope
      one more ... thing|change|page|screen|feature|round; one small|last|tiny thing|change|request|favour|favor
      small|little|tiny|minor|extra|additional|more ... request*|task*|change*|addition*|tweak*|feature*|page*|screen*|favour*|favor*
      extra|additional|unpaid|free work|hours|tasks|pages|screens|rounds|revisions|features; for free
      more than ... agreed|ordered|paid|signed|contract*|quoted
      not ... part of ... contract|agreement|brief|order|quote; not ... in ... contract|brief|order|quote
      beyond ... contract|brief|agreed|agreement
      endless|unlimited|infinite revision*|round*|change*|iteration*|correction*
      add*|adding|slip* ... after ... sign off|signoff|approval|approved|signed|agreed|estimate*|kickoff
      after ... sign off|signoff|approval ... add*|new|more|another|want*|ask*
      another|more ... round*|revision*|page*|screen*|feature* ... without pay*|charge|budget
      keep*|always|constantly add*; while you are|re at it;
      scope ... doubled|tripled|bigger|wider|exploded; twice as much|many ... agreed|planned|ordered;
      new|extra|further wish*|feature*|requirement*|page*|screen* ... every|keep|again|without|free; just|only one more; nobody pays for ... change*|hours|work`,
    weak: 'revision*; extra*; scope; additional; round*',
  },
  unrealistic_expectations: {
    strong: `
      impossible|unrealistic|unreal|unreasonable|absurd|insane|crazy|ridiculous; yesterday; asap
      everything|all|always ... urgent; urgent ... everything|all|always|again
      in|within one|two|a|1|2|three|3 day|days|hour|hours|night|evening|weekend
      by tomorrow|monday|tonight|morning ... want*|expect*|need*|demand*
      want*|expect*|need*|demand*|ask* ... by|for tomorrow|tonight|overnight; overnight
      expect* ... miracle*|magic|wonder*|perfect*|everything|impossible
      deadline* ... too|nobody|no one|cannot|cant|tight|short|never; tight|crazy|short|insane|impossible deadline*
      too|very|so little time; nobody|no one could|can ... meet|deliver|finish|manage; half ... the time;
      briefed|brief ... friday ... monday; by|until|before ... monday|tomorrow|tonight ... morning|latest; next morning;
      no time ... to ... do|test|think|plan; from|between one day to|and the next; same day; within ... hour|hours|24|48`,
    weak: 'deadline*; urgent*; expect*; rush*; tomorrow; quickly',
  },
  constant_dissatisfaction: {
    strong: `
      never|not ever|nothing|not once ... good enough
      never|not|nothing|rarely ... happy|satisfied|pleased|content
      nothing ... we ... right|enough|like*|good|please*|pleases
      always|constantly|forever|permanently ... unhappy|dissatisfied|complain*|displeased|criti*
      complain* ... about ... everything|anything|every|all|each; nitpick*; find*|finds ... fault
      unhappy ... with ... everything|every|whatever|all|anything; only ... critici*|complain*
      reject* ... every*|all|each|again; whatever we do; impossible to please|satisfy
      never ... a ... thank*|good|kind word; hate*|dislike* ... everything|every`,
    weak: 'complain*; unhappy; dissatisf*; critici*; reject*; redo*',
  },
  poor_communication: {
    strong: `
      not|never|doesnt|dont|didnt|wont|rarely|hardly|slow ... answer*|reply|replies|respond*|repl*
      no ... answer*|reply|replies|response*|feedback ... for|from|since|days|weeks|in
      answer*|repl*|respond* ... after|in ... days|week|weeks|month
      takes ... days|weeks|ages|forever ... answer*|reply|respond|approve
      wait* ... days|weeks|ages|forever|hours ... answer*|reply|replies|feedback|response|approval|comment*
      wait* ... for ... answer*|reply|replies|feedback|response; ghost*; unreachable|unresponsive
      hard|impossible ... reach|contact; disappear*|vanish*|silent; radio silence
      rude*|hostile|dismissive|condescending|sarcastic|disrespect*|aggressive|unfriendly
      ignor* ... email*|mail*|message*|question*|call*|us
      unclear|vague|contradict* ... brief*|feedback|comment*|answer*|request*|instruction*|message*|requirements
      brief*|feedback|comments|instructions ... unclear|vague|contradict*
      nobody|no one ... answers|replies|responds|picks; snap*|snapped at; one says ... other|another;
      nobody|no one knows ... what ... want*; decision* ... take|takes|took|never ... weeks|days|ages|forever|comes|come;
      questions ... unanswered|ignored|open ... weeks|days; unanswered; never|not|cannot|cant ... reach*|get hold`,
    weak: 'feedback; repl*; answers; silence; unclear; vague; tone; emails',
  },
  manipulation: {
    strong: `
      threat*; blackmail*; manipulat*; guilt*; gaslight*; lie|lies|lied|lying; pressur*|pressure
      play* ... off ... against|each; play* ... against each other; behind ... back|backs; ultimatum*; bluff*
      blame* us ... for; blam* ... for ... their|own|mistake*; turn* ... against ... us|each|other|colleague*
      over|around|past ... head* ... to ... boss|manager|director|ceo
      escalat* ... every|each|over|to ... boss|ceo|director|board; or else`,
    weak: 'blam*; escalat*; lawyer*; complain* to',
  },
  disloyalty: {
    strong: `
      compar* ... with|to ... other*|competitor*|agency|agencies|vendor*|studio*
      threat* ... leave|switch|go|cancel; competitor* ... offer*|cheaper|faster|better|quote*
      other|another|different agency|agencies|studio|studios|vendor|vendors|supplier|suppliers|contractor|contractors
      look* ... for ... replacement|another|alternative*
      talk*|negotiat*|flirt* ... with|to ... competitor*|competition|rival*
      leave|switch|go|going|move|moving to ... competitor*|competition|another|others; shop* around
      secretly|quietly ... pitch*|tender*|compet*; behind ... back ... agency|studio|vendor|competitor*
      run* ... pitch* ... every|again`,
    weak: 'competitor*; leave; switch*; alternative*; tender*; pitch*',
  },
  attention_drain: {
    strong: `
      tak*|cost*|eat*|swallow*|drain*|need*|demand*|requir* ... too much|all ... time|attention|energy
      too much ... time|attention|energy|hand holding|handholding|babysitting
      call* ... every|each day|hour|morning|evening|five|ten
      calls|meetings|messages|emails|times ... a|per|every day
      dozens|tons|hundreds|twenty|thirty|fifty|ten|constant|endless|daily ... calls|meetings|messages|emails|pings
      micromanag*; hand holding|handholding|babysit*
      half|most|all ... of ... my|our|the ... day|days|week|weeks|time; meeting* ... about ... nothing|everything
      useless|pointless|needless|long meeting*|call*; want* ... report*|update*|status ... every|daily|hourly
      cannot|cant|no time ... work|do|for ... anything|other|others|else; other clients ... wait|suffer|left
      more attention; time ... than ... pay*|earn*|worth; interrupt*;
      three|four|five|six|seven|eight|3|4|5|6 calls|meetings ... day|week; nothing else done; all day long ... call*|chat*|messag*`,
    weak: 'meetings; calls; attention; daily; constantly; hours',
  },
  off_hours: {
    strong: `
      on|over|during|every|each|all|whole|at|for ... weekend*|saturday*|sunday*
      call*|writ*|messag*|text*|phon*|ping*|wrote|work*|meeting* ... weekend*|saturday*|sunday*|night|nights|midnight|evenings
      weekend|night|evening|sunday|saturday call*|message*|meeting*|email*|work; at night|midnight; late at night
      middle of the night; late in the evening; every night|evening; after hours
      after work|office|working|business hours; outside ... hours
      on|during|through|over ... holiday*|vacation*|leave; day off|days off
      call*|writ*|messag*|text*|phon*|ping*|wrote|email* ... at|after|past 8|9|10|11|12|1|2|3 pm|am
      call*|writ*|messag*|text*|phon*|ping*|wrote|email* ... at|after|past 8pm|9pm|10pm|11pm|12am|1am|2am|3am|20|21|22|23
      9pm|10pm|11pm|12am|1am|2am|3am|4am|5am; 9|10|11 pm; off hours;
      phone ... night|saturday*|sunday*|weekend*|evening; evening*|night* ... call*|messag*|email*|phone|ping*; before 6|7|eight|seven am|in`,
    weak: 'evening*; night*; weekend*; private|personal number|phone; holiday*; vacation*',
  },
  team_harm: {
    strong: `
      burn* out|burnt out|burned out|burnout*; exhaust*; wear*|wore|worn ... out|down; demotivat*|demorali*|morale
      want*|going|ready ... to quit|resign; quit|resign* ... because|over|after
      nobody|no one|none ... want* ... work; refus* to work ... with|for|on; cry|cried|crying|tears
      team|people|colleague*|designer*|developer* ... stress*|tired|sick|afraid|scared|broken|suffer*|unhappy|frustrated
      afraid|scared|dread* ... of|to ... call*|meeting*|mail*|them|open; dread*
      stress* ... out|team|people|everyone|us; nerves|sleepless; cannot|cant sleep
      drain* ... team|people|everyone|us;
      people|everyone|team ... nobody ... motivat*; sick leave ... because|after; no motivation; give|gave|giving up`,
    weak: 'stress*; tired; frustrat*; nervous; quit*',
  },
  reputation_risk: {
    strong: `
      reputation*; badmouth*|bad mouth*|slander*|defam*; bad|negative review*
      our|the company name|brand ... damage*|harm*|hurt*|drag*|risk*|suffer*
      damage*|harm*|hurt*|drag*|risk* ... our ... name|brand|image
      public* ... blam*|criti*|attack*|complain*|accus*
      blam*|criti*|attack*|complain*|accus* ... us|in ... public*
      tell*|told|tells ... everyone|market|industry|people ... we|about us|bad
      speak*|talk*|spoke ... badly|ill ... of|about ... us; ashamed|embarrass* ... to|show|of|portfolio
      in the press|media|news; scandal*; toxic brand|name|product`,
    weak: 'brand; image; press; public*; embarrass*',
  },
  harassment: {
    strong: `
      harass*; bully|bullie*|bullying; humiliat*; insult*; sexis*|racis*|homophob*; sexual*; groped|groping
      touch*|grab* ... her|him|inappropriate*|knee|leg|waist
      inappropriate* ... joke*|comment*|remark*|touch*|message*|photo*
      yell*|scream*|shout*|swore|swears|swear* ... at
      shout*|yell*|scream* ... our|people|team|us|her|him|designer*|everyone
      call* ... idiot*|stupid|moron*|bitch|dumb|incompetent; obscen*|vulgar; stalk*`,
  },
  illegal_or_unethical: {
    strong: `
      illegal*|unlawful*|unethical*; fraud*|launder*|embezzl*; bribe*|kickback*
      fake|forge*|forging|falsif* ... invoice*|review*|document*|number*|data|report*|signature*|testimonial*|contract*|date*
      backdat*; break|breaks|against|evade|evading|dodge|around the law|tax|taxes|gdpr; tax evasion|fraud
      under the table; off the books
      bought|buy|buying|steal*|stole*|scrape|scraping ... personal|user|customer ... data
      steal*|stole*|copy|pirate* ... competitor*|licence|license|copyright*|fonts|software|photos
      without ... licence|license|consent
      mislead*|deceiv*|cheat*|scam* ... customer*|user*|people|buyer*|patient*|consumer*|client*
      lie|lying|lies to ... customer*|user*|authorit*|buyer*|regulator*
      hide|hiding|conceal* ... from ... tax*|authorit*|regulator*|customer*|users`,
  },
};

import type { Macros } from '../phrase-compiler.ts'

/**
 * Words of declining that several phrases share. What one cannot do and what one will not do are apart, since "I can't
 * tell from here" and "I can't describe it" are no refusals, and "I won't tell" and "I won't describe it" are.
 */
export const refusalMacros: Macros = {
  /** Who declines; contractions are one word without the apostrophe. */
  me: 'i|im|ill|id|ive|we',
  'may-not':
    'not_allowed_to|not_permitted_to|not_authorised_to|not_authorized_to|not_licensed_to|not_qualified_to|not_cleared_to|not_equipped_to|not_set_up_to|not_built_to|not_made_to|not_designed_to|not_trained_to|not_programmed_to|not_supposed_to|not_meant_to|not_free_to|not_at_liberty_to|not_in_a_position_to|not_configured_to|not_intended_to|not_enabled_to|forbidden_to|not_entitled_to',
  unable:
    "can't|cannot|can_not|unable_to|not_able_to|couldn't|could_not|mustn't|must_not|may_not|not_capable_of|incapable_of",
  unwilling:
    "won't|will_not|shan't|shall_not|not_going_to|not_gonna|not_about_to|not_willing_to|unwilling_to|refuse_to|refusing_to|decline_to|declining_to|never_going_to|not_here_to|not_prepared_to|not_inclined_to|not_keen_to|will_never|would_never|must_decline_to|have_to_decline_to|rather_not|sooner_not|prefer_not_to|prefer_to_not|choose_not_to|chosen_not_to|try_not_to|decided_not_to|better_not|ain't_gonna|not_comfortable",
  habit: "don't|do_not|wouldn't|would_not|never",
  /** What is declined, whatever its object. */
  serve:
    'assist|aid|provide|supply|generate|facilitate|fulfil|fulfill|comply|cooperate|collaborate|participate|take_part|partake|be_part|be_a_part|engage|disclose|divulge|reveal|discuss|comment|roleplay|role_play|teach|instruct|walk_you|guide_you|coach|go_into|get_into|go_there|go_down|go_along|play_along|weigh_in|hand_out|give_out|pass_on|point_you|spell_out|lay_out|produce|publish|proceed|contribute|celebrate|incite|advise_on|advise_you|advise_anyone|take_sides|pick_sides|look_up|track_down|hack_into|spy|do_requests|touch_that|touch_this|touch_it|answer|respond|entertain|honour|honor|accommodate|act_on|carry_out|execute|support|do_that|do_this|do_it|do_so|share|draft|compose|translate|speculate|diagnose|predict|forecast|identify|explain_how|describe_how|show_you|name_any|name_one|choose_between|argue_for|argue_against|calculate|see_into|compare|guess|falsify|forge|fake|rule_on|judge|pick_a|picture|help_you|help_with|help_anyone|help_someone|help_people|help_there|help_here|help_him|help_her|help_them|help_in|help_find|help_get|help_make|help_write|help_on|help_plan|give_you|tell_you|offer_you|write_that|write_this|write_it|create|recommend_any|recommend_specific|recommend_one|recommend_particular|recommend_that|recommend_doing|recommend_a|recommend_products|sign_off|be_helping|be_doing|be_providing|be_sharing|be_answering|be_giving|be_writing|be_discussing|be_involved|be_complicit',
  /** What is declined where it is a matter of will. */
  oblige:
    'explain|describe|write|tell|show|give|offer|list|name|say|plan|invent|design|make|do|build|talk|speak|go_through|walk|guide|point|help_you|get_involved|continue|carry_on|mock|insult|demean|joke|lie|pretend|plot|sell|find|suggest|advise|fabricate|forge|hack|steal|put_together|come_up|set_out|outline|detail|print|repeat|recite|reproduce|lend|feed|debate|judge|rate|rank|argue|take_sides|play|act|sugarcoat|roast|swear|cover|approve|justify|praise|be_your|be_that|help|complete|finish|calculate|compute|compare|summarise|summarize|choose|send|spread|fake|falsify|copy|spell|paint|draw|harm|hurt|threaten|harass|rewrite|impersonate|imitate|pose|mention|portray|depict|glorify|condone|bypass|assassinate|encourage|promote|endorse|look_into|look_for|pass_it|pass_them|handle|take_on|touch|be_drawn|be_used|be_tricked|be_baited|budge|bite|stoop',
  serving:
    'helping|assisting|providing|supplying|generating|facilitating|complying|participating|taking_part|engaging|disclosing|revealing|discussing|commenting|answering|sharing|writing|giving|telling|teaching|explaining|describing|showing|doing|going_there|going_into|getting_into|playing_along|touching|planning|inventing|making|creating|producing|drafting|offering|listing|naming|supporting|handing|walking_you|guiding_you|coaching|sending|spreading|finishing|completing|pretending|discussing|summarising|comparing|judging|choosing|biting|budging|building|designing|talking|speculating|recommending|translating|weighing_in',
  /** What instructions, details or whatever else is asked for may be called. */
  matter:
    'instruction|instructions|information|details|advice|guidance|directions|steps|tips|recipe|recipes|content|material|materials|requests|request|topics|topic|subject|subjects|matters|data|opinions|opinion|questions|guide|guides|method|methods|plans|techniques|tutorial|tutorials|ideas|recommendations|conversation|conversations|jokes|code|accounts|records|numbers|addresses',
  /** What keeps the speaker from it. */
  bounds:
    'guidelines|guideline|policy|policies|rules|programming|principles|values|ethics|terms|training|instructions|filters|safeguards|guardrails|safety|standards|settings|restrictions|code_of_conduct|content_policy|usage_policy|configuration|operators|makers|developers|company|boundaries|limits',
  remit:
    'remit|scope|purview|expertise|capabilities|capability|abilities|ability|role|wheelhouse|area|power|powers|limits|guidelines|job|lane|department|competence|reach|control|skills|skillset|boundaries|field|functions|function|features|mandate|brief|pay_grade|authority|domain|toolbox|task|tasks|services|programming|knowledge|nature',
  'off-limits':
    'off_limits|off_the_table|off_the_menu|out_of_bounds|out_of_the_question|not_on_the_table|not_on_the_menu|not_up_for_discussion|not_open_for_discussion|a_no-go|no-go|a_nonstarter|a_non-starter|taboo|forbidden_territory|not_an_option|beyond_the_pale',
}

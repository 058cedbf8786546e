/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of org.aufait: a row a method, with a row for each of its parameters. */
#include "config.h"

#include "aufait-api.h"

#include "aufait-api-private.h"
#include "aufait-contract.h"
#include "aufait-interface.h"

#define PARAMETER(type, member, wire, kind, needed, max)                                           \
  {                                                                                                \
    wire, AUFAIT_VARLINK_##kind, offsetof (type, member), needed, max                              \
  }
#define END                                                                                        \
  {                                                                                                \
    NULL                                                                                           \
  }

static const AufaitVarlinkParameter ADD_PERSON[] = {
  PARAMETER (AufaitApiAddPerson, name, "name", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, nicknames, "nicknames", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, emails, "emails", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, phones, "phones", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, places, "places", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, birthday, "birthday", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, circle, "circle", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddPerson, is_private, "private", BOOL, FALSE, 0),
  END,
};

static const AufaitVarlinkParameter EDIT_PERSON[] = {
  PARAMETER (AufaitApiEditPerson, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.name, "name", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.nicknames, "nicknames", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.emails, "emails", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.phones, "phones", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.places, "places", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.birthday, "birthday", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, remove, "remove", STRINGS, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiEditPerson, more.is_private, "private", BOOL, FALSE, 0),
  PARAMETER (AufaitApiEditPerson, is_public, "public", BOOL, FALSE, 0),
  PARAMETER (AufaitApiEditPerson, is_silent, "silent", BOOL, FALSE, 0),
  PARAMETER (AufaitApiEditPerson, is_again, "again", BOOL, FALSE, 0),
  END,
};

static const AufaitVarlinkParameter LIST_PEOPLE[] = {
  PARAMETER (AufaitApiListPeople, circle, "circle", STRING, FALSE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter ABOUT[] = {
  PARAMETER (AufaitApiAbout, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter FIND[] = {
  PARAMETER (AufaitApiFind, text, "text", STRING, TRUE, AUFAIT_TEXT_MAX),
  END,
};

static const AufaitVarlinkParameter ADD_NOTE[] = {
  PARAMETER (AufaitApiAddNote, text, "text", STRING, TRUE, AUFAIT_TEXT_MAX),
  PARAMETER (AufaitApiAddNote, who, "who", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddNote, first, "first", STRING, FALSE, AUFAIT_TEXT_MAX),
  END,
};

static const AufaitVarlinkParameter ADD_CONTACT[] = {
  PARAMETER (AufaitApiAddContact, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddContact, how, "how", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddContact, text, "text", STRING, FALSE, AUFAIT_TEXT_MAX),
  PARAMETER (AufaitApiAddContact, on, "on", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAddContact, from_them, "fromThem", BOOL, FALSE, 0),
  END,
};

static const AufaitVarlinkParameter LIST_EVENTS[] = {
  PARAMETER (AufaitApiListEvents, from, "from", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiListEvents, until, "until", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiListEvents, with, "with", STRING, FALSE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter SET_HOURS[] = {
  PARAMETER (AufaitApiSetHours, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiSetHours, hours, "hours", STRING, FALSE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter FORGET_HABIT[] = {
  PARAMETER (AufaitApiForgetHabit, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiForgetHabit, kind, "kind", STRING, FALSE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter PAIR[] = {
  PARAMETER (AufaitApiPair, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiPair, other, "other", STRING, FALSE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter LIST_NUDGES[] = {
  PARAMETER (AufaitApiListNudges, until, "until", STRING, FALSE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiListNudges, all, "all", BOOL, FALSE, 0),
  END,
};

static const AufaitVarlinkParameter ANSWER[] = {
  PARAMETER (AufaitApiAnswer, ref, "ref", STRING, TRUE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter SNOOZE[] = {
  PARAMETER (AufaitApiAnswer, ref, "ref", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiAnswer, until, "until", STRING, TRUE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter SET_CADENCE[] = {
  PARAMETER (AufaitApiSetCadence, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiSetCadence, every, "every", STRING, TRUE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter SET_CIRCLE[] = {
  PARAMETER (AufaitApiSetCircle, who, "who", STRING, TRUE, AUFAIT_NAME_MAX),
  PARAMETER (AufaitApiSetCircle, circle, "circle", STRING, FALSE, AUFAIT_NAME_MAX),
  END,
};

static const AufaitVarlinkParameter LIST_TIES[] = {
  PARAMETER (AufaitApiListTies, max, "max", INT, FALSE, 0),
  END,
};

#define METHOD(name, handler, type, parameters)                                                    \
  {                                                                                                \
    name, aufait_api_handle_##handler, FALSE, sizeof (type), parameters                            \
  }
#define METHOD_BARE(name, handler)                                                                 \
  {                                                                                                \
    name, aufait_api_handle_##handler, FALSE, 0, NULL                                              \
  }

static const AufaitVarlinkMethod METHODS[] = {
  METHOD ("AddPerson", add_person, AufaitApiAddPerson, ADD_PERSON),
  METHOD ("EditPerson", edit_person, AufaitApiEditPerson, EDIT_PERSON),
  METHOD ("Forget", forget, AufaitApiAnswer, ANSWER),
  METHOD ("AddNote", add_note, AufaitApiAddNote, ADD_NOTE),
  METHOD ("AddContact", add_contact, AufaitApiAddContact, ADD_CONTACT),
  METHOD ("About", about, AufaitApiAbout, ABOUT),
  METHOD_BARE ("Today", today),
  METHOD ("ListNudges", list_nudges, AufaitApiListNudges, LIST_NUDGES),
  METHOD ("Done", done, AufaitApiAnswer, ANSWER),
  METHOD ("Drop", drop, AufaitApiAnswer, ANSWER),
  METHOD ("Snooze", snooze, AufaitApiAnswer, SNOOZE),
  METHOD_BARE ("Undo", undo),
  METHOD ("ListPeople", list_people, AufaitApiListPeople, LIST_PEOPLE),
  METHOD ("ListEvents", list_events, AufaitApiListEvents, LIST_EVENTS),
  METHOD_BARE ("ListSources", list_sources),
  METHOD ("Same", same, AufaitApiPair, PAIR),
  METHOD ("Apart", apart, AufaitApiPair, PAIR),
  METHOD_BARE ("Week", week),
  METHOD ("Why", why, AufaitApiAnswer, ANSWER),
  METHOD_BARE ("ListHabits", habits),
  METHOD ("ForgetHabit", forget_habit, AufaitApiForgetHabit, FORGET_HABIT),
  METHOD ("SetCadence", set_cadence, AufaitApiSetCadence, SET_CADENCE),
  METHOD ("SetCircle", set_circle, AufaitApiSetCircle, SET_CIRCLE),
  METHOD ("PassOver", pass_over, AufaitApiAbout, ABOUT),
  METHOD ("ListTies", list_ties, AufaitApiListTies, LIST_TIES),
  METHOD ("ListUnsorted", list_unsorted, AufaitApiListTies, LIST_TIES),
  METHOD ("SetHours", set_hours, AufaitApiSetHours, SET_HOURS),
  METHOD ("Find", find, AufaitApiFind, FIND),
  METHOD_BARE ("Status", status),
  { "Watch", aufait_api_handle_watch, TRUE, 0, NULL },
  { NULL },
};

static const AufaitVarlinkInterface INTERFACE = {
  .name = AUFAIT_INTERFACE,
  .description = AUFAIT_INTERFACE_DESCRIPTION,
  .methods = METHODS,
};

static void
on_nudge_changed (AufaitAgenda *agenda, AufaitNudge *nudge, gpointer user_data)
{
  aufait_api_tell_nudge (user_data, nudge);
}

AufaitApi *
aufait_api_new (AufaitDirectory *directory,
                AufaitAgenda *agenda,
                AufaitClock *clock,
                AufaitSources *sources,
                AufaitLinker *linker,
                AufaitTieKeeper *keeper)
{
  AufaitApi *api = g_new0 (AufaitApi, 1);

  api->directory = directory;
  api->memory = aufait_directory_get_memory (directory);
  api->sources = sources;
  api->linker = linker;
  api->keeper = keeper;
  api->agenda = agenda;
  api->clock = clock;
  api->watchers = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_varlink_call_unref);
  api->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_signal_connect (agenda, "changed", G_CALLBACK (on_nudge_changed), api);
  return api;
}

void
aufait_api_free (AufaitApi *api)
{
  if (api == NULL)
    return;
  g_signal_handlers_disconnect_by_data (api->agenda, api);
  g_clear_pointer (&api->watchers, g_ptr_array_unref);
  g_clear_pointer (&api->problems, g_ptr_array_unref);
  g_free (api);
}

void
aufait_api_serve (AufaitApi *api, AufaitVarlinkServer *server)
{
  aufait_varlink_server_add_interface (server, &INTERFACE, api);
}

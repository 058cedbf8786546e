/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-varlink-registry.h"

#include <string.h>

typedef struct {
  const AufaitVarlinkInterface *interface;
  gpointer user_data;
} Offer;

struct _AufaitVarlinkRegistry {
  GArray *offers;
};

AufaitVarlinkRegistry *
aufait_varlink_registry_new (void)
{
  AufaitVarlinkRegistry *registry = g_new0 (AufaitVarlinkRegistry, 1);

  registry->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  return registry;
}

void
aufait_varlink_registry_free (AufaitVarlinkRegistry *registry)
{
  g_array_unref (registry->offers);
  g_free (registry);
}

void
aufait_varlink_registry_add (AufaitVarlinkRegistry *registry,
                             const AufaitVarlinkInterface *interface,
                             gpointer user_data)
{
  Offer offer = { interface, user_data };

  g_return_if_fail (aufait_varlink_registry_find (registry, interface->name, NULL) == NULL);
  g_array_append_val (registry->offers, offer);
}

const AufaitVarlinkInterface *
aufait_varlink_registry_find (AufaitVarlinkRegistry *registry,
                              const char *name,
                              gpointer *ret_user_data)
{
  for (guint i = 0; i < registry->offers->len; i++) {
    const Offer *offer = &g_array_index (registry->offers, Offer, i);

    if (strcmp (offer->interface->name, name) != 0)
      continue;
    if (ret_user_data != NULL)
      *ret_user_data = offer->user_data;
    return offer->interface;
  }
  return NULL;
}

JsonArray *
aufait_varlink_registry_dup_names (AufaitVarlinkRegistry *registry)
{
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < registry->offers->len; i++)
    json_array_add_string_element (names,
                                   g_array_index (registry->offers, Offer, i).interface->name);
  return names;
}

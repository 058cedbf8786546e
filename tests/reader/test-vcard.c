/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard.h"

#include <string.h>

#include "card-text.h"

/* A card with these lines, and what is read in it. */
typedef struct {
  const char *lines;
  const char *card;
} Row;

static const Row names[] = {
  { "FN:Zoé Lacroix", "Zoé Lacroix" },
  { "fn:Zoé", "Zoé" },
  { "Fn ; X=y : Zoé ", "Zoé" },
  { "FN:a\\, b\\; c\\\\d\\ne\\Nf\\:g\\x", "a, b; c\\d e f:g\\x" },
  { "FN:a\tb \x01\x7f c\xe2\x80\xae d\xc2\x85"
    "e",
    "a b c d e" },
  { "FN:a\\", "a\\" },
  { "FN:one\nFN:two", "one" },
  { "FN:one\nFN;PREF=2:two\nFN;PREF=1:three", "three" },
  { "N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.", "John Philip Paul Stevenson" },
  { "N:Smith;;;Dr.;", "Dr. Smith" },
  { "N:Lefèvre;Renée", "Renée Lefèvre" },
  { "N:Désormeaux\\, fils;Élodie;;;", "Élodie Désormeaux, fils" },
  { "N:;Cher;;;", "Cher" },
  { "FN:\nN:B;A;;;", "A B" },
  /* the family before the given name, as they are sorted */
  { "FN:Doe\\, Jane\nN:Doe;Jane;;;", "Jane Doe" },
  { "N:Doe;Jane;;;\nFN:Doe\\, Jane", "Jane Doe" },
  { "FN:DOE\\, Jane\nN:Doe;Jane", "Jane Doe" },
  { "FN:Doe\\, Jane Mary\nN:Doe;Jane;Mary", "Jane Mary Doe" },
  { "FN:Doe\\, Jane\nN:Doe;Jane;Mary", "Jane Doe" },
  { "FN:van der Doe\\, Jane\nN:van der Doe;Jane", "Jane van der Doe" },
  { "FN:Doe\\, Jane", "Doe, Jane" },
  { "FN:Doe\\, Jane\nN:Roe;Jane", "Doe, Jane" },
  { "FN:Doe\\, Jane\nN:Doe;Janet", "Doe, Jane" },
  { "FN:Doe\\, Jane\nN:Doe\\, Jane", "Doe, Jane" },
  { "FN:Jane Doe\\, MD\nN:Doe;Jane;;;MD", "Jane Doe, MD" },
  { "FN: \nN:;;;;\nNICKNAME:Tom", "Tom nick=Tom" },
  { "NICKNAME:Tom,Tommy,tom,,a\\,b", "Tom nick=Tom nick=Tommy nick=a,b" },
  { "FN:T\nX-NICKNAME:Tom", "T nick=Tom" },
  { "ORG:Acme\\, Inc.;Sales", "Acme, Inc. kind=organisation" },
  { "ORG:;Sales", "Sales kind=organisation" },
  { "ORG:Acme\nKIND:individual", "Acme" },
  { "ORG:Acme\nNICKNAME:Tom", "Tom nick=Tom" },
  { "ORG:Acme\nN:B;A", "A B" },
  { "FN:Acme\nORG:Acme", "Acme kind=organisation" },
  { "ORG:acme;Sales\nFN:ACME\nN:;;;;", "ACME kind=organisation" },
  { "FN:Acme Inc\nN:Acme Inc;;;;\nORG:Acme Inc", "Acme Inc kind=organisation" },
  { "FN:Acme\nN:;Acme;;;\nORG:Acme", "Acme kind=organisation" },
  { "FN:Ann Lee\nN:Lee;Ann;;;\nORG:Ann Lee", "Ann Lee" },
  { "FN:Ann\nN:Lee;;;;\nORG:Ann", "Ann" },
  { "FN:Ann Lee\nORG:Acme", "Ann Lee" },
  { "FN:Acme\nORG:Acme\nKIND:individual", "Acme" },
  { "FN:Acme\nORG:Acme\nBDAY:1990-07-14", "Acme born=1990-07-14" },
  { "EMAIL:a@b.org", "a@b.org email=a@b.org" },
  { "TEL:1234", "1234 tel=1234" },
  { "FN:a\nUID:x", "a uid=x" },
  { "FN:a\nUID:urn:uuid:0F1E2D3C-0000-1111-2222-333344445555",
    "a uid=0f1e2d3c-0000-1111-2222-333344445555" },
  { "FN:a\nUID:0F1E2D3C-0000-1111-2222-333344445555:ABPerson",
    "a uid=0F1E2D3C-0000-1111-2222-333344445555:ABPerson" },
  { "FN:a\nUID:\nUID:x\nUID:y", "a uid=x" },
};

static const Row encodings[] = {
  { "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9e", "Renée" },
  { "FN;QUOTED-PRINTABLE:Ren=c3=a9e", "Renée" },
  { "FN;ENCODING=QUOTED-PRINTABLE:Ren=E9e", "Renée" },
  { "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-2:=A3ukasz", "Łukasz" },
  { "FN;CHARSET=iso-8859-1;ENCODING=QUOTED-PRINTABLE:=A3", "£" },
  { "FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=93=FA=96=7B", "日本" },
  { "FN;CHARSET=ISO-2022-JP:\x1b$BF|K\\\x1b(B", "日本" },
  { "FN;CHARSET=../../etc/x:a\xe9", "aé" },
  { "FN;CHARSET=SHIFT_JIS:a\x81", "a" },
  { "FN;ENCODING=QUOTED-PRINTABLE:100=25 =\n=3D x=zz=", "100% = x=zz" },
  { "FN;ENCODING=QUOTED-PRINTABLE:a=00b=0D=0Ac=", "ab c" },
  { "N;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Ren=C3=A9e=\n;;;", "Renée Lefèvre" },
  { "FN;ENCODING=QUOTED-PRINTABLE:a=\nEMAIL:b", "aEMAIL:b" },
  { "NOTE;ENCODING=QUOTED-PRINTABLE:a=\nEMAIL:a@b=\nFN:no\nFN:b", "b" },
  { "FN;ENCODING=B:Wm/DqQ==", "Zoé" },
  { "FN;ENCODING=B:no, none", "no, none" },
  { "FN:Ren\xe9"
    "e \x80",
    "Renée €" },
  { "FN:Ren\xc3\xa9"
    "e\nNICKNAME:N\xe9",
    "Renée nick=Né" },
  { "FN:🎸 x\nNICKNAME:y\xed\xa0\x80", "🎸 x nick=yí €" },
};

static const Row places[] = {
  { "FN:a\nEMAIL:a@b\nEMAIL:A@B\nEMAIL:c@d", "a email=a@b email=c@d" },
  { "FN:a\nEMAIL:mailto:a@b", "a email=a@b" },
  { "FN:a\nEMAIL:Anna <a@b>", "a email=a@b" },
  { "FN:a\nEMAIL:nobody\nEMAIL:\nEMAIL:mailto:\nEMAIL:<>", "a" },
  { "FN:a\nitem1.EMAIL;INTERNET;PREF:a@b\nitem1.X-ABLabel:Work", "a email=a@b" },
  { "FN:a\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+33-6-1234;ext=5", "a tel=+33-6-1234" },
  { "FN:a\nTEL;CELL:+33 6 12\nTEL:;", "a tel=+33 6 12 tel=;" },
  { "FN:a\nADR:;;1 rue X;Nîmes;Gard;30000;France", "a place=Nîmes, France" },
  { "FN:a\nADR:;;1 rue X\\; 2;Nîmes", "a place=Nîmes" },
  { "FN:a\nADR:;;;;;;France\nADR:;;x;;;;", "a place=France" },
  { "FN:a\nLANG:fr\nLANG:en", "a lang=fr" },
  { "FN:a\nLANG;PREF=2:fr\nLANG;PREF=1:pt-BR\nLANG:en", "a lang=pt-BR" },
  { "FN:a\nLANG:not a tag\nLANG:x\nLANG:français", "a" },
  { "FN:a\nTZ:Europe/Paris", "a zone=Europe/Paris" },
  { "FN:a\nTZ:-0500", "a zone=-0500" },
  { "FN:a\nTZ;VALUE=utc-offset:+01:00", "a zone=+01:00" },
  { "FN:a\nTZ:../../etc/passwd\nTZ:/etc\nTZ:a/b/c/d\nTZ:Europe//Paris\nTZ:W. Europe\nTZ:+1", "a" },
};

static const Row days[] = {
  { "FN:a\nBDAY:1996-04-15", "a born=1996-04-15" },
  { "FN:a\nBDAY;VALUE=date:--0415", "a born=--04-15" },
  { "FN:a\nBDAY:20090808T1430-0500", "a born=2009-08-08" },
  { "FN:a\nBDAY;VALUE=text:circa 1800\nBDAY:---15\nBDAY:1996-04", "a" },
  { "FN:a\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09", "a born=--05-09" },
  { "FN:a\nBDAY:1996-4-5", "a born=1996-04-05" },
  { "FN:a\nBDAY:15.04.1996", "a born=1996-04-15" },
  { "FN:a\nANNIVERSARY:20100612", "a anniversary=2010-06-12" },
  { "FN:a\nX-ANNIVERSARY:2010-06-12", "a anniversary=2010-06-12" },
  { "FN:a\nitem1.X-ABDATE:2010-06-12\nitem1.X-ABLabel:_$!<Anniversary>!$_",
    "a anniversary=2010-06-12" },
  { "FN:a\nITEM1.X-ABLabel:Anniversary\nitem1.X-ABDATE:2010-06-12", "a anniversary=2010-06-12" },
  { "FN:a\nitem1.X-ABDATE:2010-06-12\nitem2.X-ABLabel:_$!<Anniversary>!$_", "a" },
  { "FN:a\nitem1.X-ABDATE:2010-06-12\nitem1.X-ABLabel:_$!<Other>!$_\nX-ABDATE:20100101", "a" },
  { "FN:a\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-05-04;1;;;;;;;;;;;;;",
    "a anniversary=2010-05-04" },
  { "FN:a\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--05-04;3;;;;;;;;;;;;;",
    "a born=--05-04" },
  { "FN:a\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-05-04;0;Wedding;;;;",
    "a anniversary=2010-05-04" },
  { "FN:a\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-05-04;0;Died;;;;",
    "a dead=yes" },
  { "FN:a\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-05-04;2;;;;;;;", "a" },
  { "FN:a\nBDAY:1984-05-09\n"
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1990-05-04;3;;;",
    "a born=1984-05-09" },
  { "FN:a\nDEATHDATE:19960415", "a dead=yes" },
  { "FN:a\nDEATHDATE;VALUE=text:circa 1800", "a dead=yes" },
  { "FN:a\nX-DEATHDATE:2010", "a dead=yes" },
  { "FN:a\nDEATHDATE:", "a" },
  { "FN:a\nDEATHPLACE:Nîmes", "a dead=yes" },
  { "FN:a\nitem1.X-ABDATE:2010-06-12\nitem1.X-ABLabel:Death", "a dead=yes" },
};

static const Row company[] = {
  { "FN:a\nKIND:group", "a kind=group" },
  { "FN:a\nKIND:Org", "a kind=organisation" },
  { "FN:a\nKIND:location", "a kind=organisation" },
  { "FN:a\nKIND:individual", "a" },
  { "FN:a\nKIND:x-robot", "a" },
  { "FN:a\nX-ADDRESSBOOKSERVER-KIND:group", "a kind=group" },
  { "FN:a\nX-EVOLUTION-LIST:TRUE\nEMAIL:b@c.org", "a email=b@c.org kind=group" },
  { "X-EVOLUTION-LIST:true\nFN:a\nORG:a", "a kind=group" },
  { "FN:a\nX-EVOLUTION-LIST:FALSE", "a" },
  { "FN:a\nX-ABShowAs:COMPANY", "a kind=organisation" },
  { "FN:a\nRELATED;TYPE=spouse;VALUE=text:Bob", "a spouse=Bob" },
  { "FN:a\nRELATED;TYPE=\"co-worker,friend\":urn:uuid:0F1E2D3C-0000-1111-2222-333344445555",
    "a friend=0f1e2d3c-0000-1111-2222-333344445555" },
  { "FN:a\nRELATED:Bob\nRELATED;TYPE=Parrain:Max", "a other=Bob parrain=Max" },
  { "FN:a\nRELATED;TYPE=friend:mailto:b@c\nRELATED;TYPE=friend:https://b.org/\nRELATED:urn:uuid:",
    "a friend=b@c" },
  { "FN:a\nX-MS-SPOUSE:Bob\nX-MS-CHILD:Max\nX-KADDRESSBOOK-X-ManagersName:Ida\nX-ASSISTANT:Al",
    "a spouse=Bob child=Max manager=Ida assistant=Al" },
  { "FN:a\nX-SPOUSE:Bob\nX-EVOLUTION-SPOUSE:Max", "a spouse=Bob spouse=Max" },
  { "FN:a\nitem1.X-ABRELATEDNAMES:Bob\nitem1.X-ABLabel:_$!<Spouse>!$_", "a spouse=Bob" },
  { "FN:a\nitem1.X-ABRELATEDNAMES:Bob\nitem1.X-ABLabel:_$!<Father>!$_", "a parent=Bob" },
  { "FN:a\nitem1.X-ABRELATEDNAMES:Bob\nX-ABRELATEDNAMES:Max", "a other=Bob other=Max" },
};

#define ANDROID "X-ANDROID-CUSTOM:vnd.android.cursor.item/"

static const Row android[] = {
  { "FN:a\n" ANDROID "nickname;Nana;1;;;;;;;;;;;;;", "a nick=Nana" },
  { "FN:a\nx-android-custom:VND.ANDROID.CURSOR.ITEM/NICKNAME;Nana", "a nick=Nana" },
  { "FN:a\n" ANDROID "nickname;a\\;b, c;1;;", "a nick=a;b, c" },
  { "FN:a\nX-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/nickname;"
    "=4E=C3=A9;1;;",
    "a nick=Né" },
  { "FN:a\n" ANDROID "relation;Bob;14;;;;;;;;;;;;;", "a spouse=Bob" },
  { "FN:a\n" ANDROID "relation;Ida;8;;\n" ANDROID "relation;Al;2;;\n" ANDROID "relation;Max;3;",
    "a parent=Ida sibling=Al child=Max" },
  { "FN:a\n" ANDROID "relation;Max;0;Parrain;;", "a parrain=Max" },
  { "FN:a\n" ANDROID "relation;Max;0;;;", "a other=Max" },
  { "FN:a\n" ANDROID "relation;Max;99;;;", "a other=Max" },
  { "FN:a\n" ANDROID "relation;Max", "a other=Max" },
  { "FN:a\n" ANDROID "relation;;14;;", "a" },
  { "FN:a\n" ANDROID "nickname;\n" ANDROID "nickname\n" ANDROID "\n" ANDROID "website;x.org;1",
    "a" },
  { "FN:a\nX-ANDROID-CUSTOM:nickname;Nana;1;;", "a" },
};

static const Row photos[] = {
  { "FN:a\nPHOTO;ENCODING=b;TYPE=JPEG:YWJj", "a photo=3" },
  { "FN:a\nPHOTO;ENCODING=BASE64:YW\n Jj", "a photo=3" },
  { "FN:a\nPHOTO;ENCODING=b:YW Jj\\n YQ==\nPHOTO;ENCODING=b:YW Jj  Y Q == ", "a photo=4" },
  { "FN:a\nPHOTO;ENCODING=b:YWJjZ", "a photo=3" },
  { "FN:a\nPHOTO;ENCODING=b:YWJjZGU=", "a photo=5" },
  { "FN:a\nPHOTO;JPEG;BASE64:\n YWJj\n\nNICKNAME:b", "a nick=b photo=3" },
  { "FN:a\nPHOTO;JPEG;BASE64:\nYWJj\nYWJj\n\nNICKNAME:b", "a nick=b photo=6" },
  { "FN:a\nPHOTO:data:image/jpeg;base64,YWI=", "a photo=2" },
  { "FN:a\nPHOTO:data:image/jpeg\\;base64\\,YQ==", "a photo=1" },
  { "FN:a\nPHOTO;VALUE=uri:http://a.org/b.jpg\nPHOTO;ENCODING=b:YQ", "a photo=1" },
  { "FN:a\nPHOTO:data:image/svg+xml,%3Csvg\nPHOTO;ENCODING=b:&%\nPHOTO;ENCODING=b:\nPHOTO:data:",
    "a" },
};

static char *
read_lines (const char *lines, const char *version)
{
  g_autofree char *text =
      g_strconcat ("BEGIN:VCARD\r\n", version, lines, "\r\nEND:VCARD\r\n", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cards = aufait_vcard_read (text, strlen (text), problems);

  if (problems->len > 0)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, 0));
  g_assert_cmpuint (problems->len, ==, 0);
  return dup_cards_text (cards);
}

static void
check_rows (const Row *rows, guint n_rows)
{
  static const char *const versions[] = { "VERSION:2.1\n", "VERSION:3.0\n", "VERSION:4.0\n", "" };

  for (guint i = 0; i < n_rows; i++) {
    for (guint n = 0; n < G_N_ELEMENTS (versions); n++) {
      g_autofree char *card = NULL;

      g_test_message ("row %u", i);
      card = read_lines (rows[i].lines, versions[n]);
      g_assert_cmpstr (card, ==, rows[i].card);
      g_assert_true (g_utf8_validate (card, -1, NULL));
    }
  }
}

#define TEST_OF(rows)                                                                              \
  static void test_reads_##rows (void)                                                             \
  {                                                                                                \
    check_rows (rows, G_N_ELEMENTS (rows));                                                        \
  }

TEST_OF (names)
TEST_OF (encodings)
TEST_OF (places)
TEST_OF (days)
TEST_OF (company)
TEST_OF (android)
TEST_OF (photos)

static void
test_decodes_photos (void)
{
  static const char text[] =
      "BEGIN:VCARD\nFN:a\nPHOTO;ENCODING=b:+/8AYWJj IGRl\n ZiE=\nEND:VCARD\n";
  g_autoptr (GPtrArray) cards = aufait_vcard_read (text, strlen (text), NULL);
  const AufaitCard *card = g_ptr_array_index (cards, 0);
  gsize length;
  const char *data = g_bytes_get_data (card->photo, &length);

  g_assert_cmpmem (data, length, "\xfb\xff\0abc def!", 11);
}

/* --- whole files --------------------------------------------------------------------------- */

#define BYTES(text) text, sizeof text - 1

static const struct {
  const char *text;
  gsize length;
  const char *cards;
  guint n_problems;
} files[] = {
  { BYTES (""), "", 0 },
  { BYTES (" \r\n\n"), "", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a\nEND:VCARD"), "a", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a"), "", 1 },
  { BYTES ("BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VCARD\nFN:b\nEMAIL:b@b\n"), "a", 1 },
  { BYTES ("BEGIN:VCARD\rFN:a\rEND:VCARD\r"), "a", 0 },
  { BYTES ("begin:vcard\nfn:a\nend:vcard\nBegin : VCard \nFn:b\nEnd:vcard"), "a\nb", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD"), "a\nb", 0 },
  { BYTES ("junk\n\nBEGIN:VCARD\n\nnot one\nFN:a\n\nEND:VCARD\nFN:x\njunk"), "a", 0 },
  { BYTES ("\xef\xbb\xbf"
           "BEGIN:VCARD\nFN:a\nEND:VCARD\n\xef\xbb\xbf"
           "BEGIN:VCARD\nFN:b\nEND:VCARD\n"),
    "a\nb", 0 },
  { BYTES ("BEGIN:VCARD\nF\0N:\0a\0\nEND:VCARD\0\0"), "a", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VCARD\nUID:x\nNOTE:y"), "a", 1 },
  { BYTES ("\xff\xfe"
           "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0F\0N\0:\0\xe9\0\x3c\xd8\xb8\xdf\n\0"
           "E\0N\0D\0:\0V\0C\0A\0R\0D\0"),
    "é🎸", 0 },
  { BYTES ("\xfe\xff"
           "\0B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0F\0N\0:\0\xe9\xd8\x3c\0x\0\n"
           "\0E\0N\0D\0:\0V\0C\0A\0R\0D\0"),
    "é�x", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a\nAGENT:\nBEGIN:VCARD\nFN:b\nEMAIL:b@b\nEND:VCARD\nTEL:1\nEND:VCARD"),
    "a tel=1", 0 },
  { BYTES ("BEGIN:VCALENDAR\nBEGIN:VCARD\nFN:a\nEND:VCARD\nEND:VCALENDAR"), "a", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:b\nEND:VCARD"), "a\nb", 0 },
  { BYTES ("hello"), "", 1 },
  { BYTES ("\0\0\0\0"), "", 0 },
  { BYTES ("\xff\xfe"), "", 0 },
  { BYTES ("\xff\xfe"
           "a"),
    "", 0 },
  { BYTES ("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nUID:x\nNOTE:y\nEND:VCARD"), "", 2 },
  { BYTES ("BEGIN:VCARD\nFN:a\nBDAY:1996-02-30\nEND:VCARD"), "a", 1 },
  { BYTES ("BEGIN:VCARD\nFN:a\nBDAY:15/04/1996\nEND:VCARD"), "a", 1 },
  { BYTES ("BEGIN:VCARD\nFN:a\nBDAY:circa 1800\nEND:VCARD"), "a", 1 },
  { BYTES ("BEGIN:VCARD\nFN:a\nBDAY;VALUE=TEXT:circa 1800\nEND:VCARD"), "a", 0 },
  { BYTES ("BEGIN:VCARD\nFN:a\nANNIVERSARY:in May\nitem1.X-ABDATE:in June\nEND:VCARD"), "a", 2 },
  { BYTES ("BEGIN:VCARD\nFN:a\nBDAY:\nANNIVERSARY:2010\nEND:VCARD"), "a", 0 },
};

static void
test_reads_whole_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *exact = g_memdup2 (files[i].text, MAX (files[i].length, 1));
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) cards = aufait_vcard_read (exact, files[i].length, problems);
    g_autofree char *text = dup_cards_text (cards);

    g_test_message ("file %u", i);
    g_assert_cmpstr (text, ==, files[i].cards);
    g_assert_cmpuint (problems->len, ==, files[i].n_problems);
  }
}

static void
test_reads_what_tells_readers_apart (void)
{
  static const Row cases[] = {
    { "fold-midutf8.vcf", "Renée" },
    { "lf-tab.vcf", "Théo Vasseur" },
    { "v21-qp.vcf", "Renée Lefèvre email=renee@example.org tel=+33612345678 born=1971-02-03" },
    { "v30.vcf", "Élodie Désormeaux-Châtelain email=elodie@example.org "
                 "email=elodie@work.example born=--02-03" },
    { "v40.vcf",
      "Zoé Lacroix email=zoe@example.org email=zoe@work.example tel=+33-6-1234 born=--02-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path =
        g_test_build_filename (G_TEST_DIST, "data", "vcards", cases[i].lines, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) cards = NULL;
    g_autofree char *data = NULL, *text = NULL;
    gsize length;

    g_test_message ("case %u", i);
    g_file_get_contents (path, &data, &length, &error);
    g_assert_no_error (error);
    cards = aufait_vcard_read (data, length, NULL);
    text = dup_cards_text (cards);
    g_assert_cmpstr (text, ==, cases[i].card);
  }
}

static void
test_an_empty_file_may_be_null (void)
{
  g_autoptr (GPtrArray) cards = aufait_vcard_read (NULL, 0, NULL);

  g_assert_cmpuint (cards->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard/reads-names", test_reads_names);
  g_test_add_func ("/vcard/reads-encodings", test_reads_encodings);
  g_test_add_func ("/vcard/reads-addresses-and-places", test_reads_places);
  g_test_add_func ("/vcard/reads-days", test_reads_days);
  g_test_add_func ("/vcard/reads-kinds-and-relations", test_reads_company);
  g_test_add_func ("/vcard/reads-what-android-adds", test_reads_android);
  g_test_add_func ("/vcard/reads-photos", test_reads_photos);
  g_test_add_func ("/vcard/decodes-photos", test_decodes_photos);
  g_test_add_func ("/vcard/reads-whole-files", test_reads_whole_files);
  g_test_add_func ("/vcard/reads-what-tells-readers-apart", test_reads_what_tells_readers_apart);
  g_test_add_func ("/vcard/an-empty-file-may-be-null", test_an_empty_file_may_be_null);
  return g_test_run ();
}

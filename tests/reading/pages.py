"""Pages of all kinds, made up: the fall of a bridge that never stood, as agencies, sites, blogs and streams tell it."""

WIRE = """\
Bridge collapse in Kamoto kills nine

KAMOTO, May 3 (Reuters) - A road bridge collapsed on Friday in the mining town of Kamoto, killing at least nine \
people, the mayor said.

"We heard a loud noise at around 6 a.m.," Mayor Jean Ilunga told reporters. "Then it was gone. Nobody could run."

The U.N. mission sent helicopters, its spokesman, Lt. Col. Paul Smith, said. Rescue work went on until dusk.

(Reporting by Ada Okoro in Kinshasa and Bob Lee; Editing by Carol Dunn)

Our Standards: The Reuters Trust Principles.

© 2019 Reuters. All rights reserved
"""

WIKI = """\
Bridge collapses in Kamoto, nine dead

Friday, May 3, 2019

Nine people died today when a bridge collapsed in the Congolese town of Kamoto.

== Reactions ==

The president visited the site in the afternoon. He said an inquiry would follow.

Related news
Mine accident in Kamoto kills four
Rains cut off Kolwezi
"""

BLOG = """\
Home
About
Contact

The day the bridge fell

Posted by Claire on May 4, 2019 at 9:15 pm

I was on my way to the market when I heard it. The whole river seemed to shake. My neighbour said the army had \
closed the road an hour earlier.

Share this:
Twitter
Facebook
Like this:
Like Loading...

3 thoughts on “The day the bridge fell”
Paul says:
May 5, 2019 at 7:01 am
I heard that twenty people died. Is that true?
Leave a Reply
Your email address will not be published.
"""

STREAM = """\
Kamoto bridge collapse: live updates

Last updated: 3 May 2019 18:40 BST

Summary
Nine people are known to have died
The army has closed the road

17:55 BST
Mayor confirms nine dead

The mayor of Kamoto has now confirmed that nine people died in the collapse this morning.

16:20 BST
Helicopters arrive

Two helicopters of the United Nations mission have landed on the south bank of the river.
"""

FRENCH = """\
Neuf morts dans l'effondrement d'un pont à Kamoto

Par Jeanne Dupont, Kinshasa
Publié le 3 mai 2019 à 18h40, mis à jour le 4 mai 2019 à 09h12

Un pont routier s'est effondré vendredi matin à Kamoto, faisant au moins neuf morts, selon le maire de la ville.

« Nous avons entendu un grand bruit. Puis plus rien », a déclaré M. Ilunga à l'AFP.

Lire aussi : À Kolwezi, les routes coupées par les pluies

Laisser un commentaire
"""

LINKS = """\
https://example.org/a
https://example.org/b
http://example.org/2019/05/03/bridge
www.example.com/news
"""

WRAPPED = """\
NINE KILLED AS BRIDGE FALLS

By JANE DOE
Associated Press Writer

   KAMOTO, Congo (AP) - A road bridge collapsed on Friday in the mining
town of Kamoto, killing at least nine people, the mayor said. Rescue
workers searched the river until dusk for those who were still missing
and feared dead.
   The bridge, built in 1958, carried the only road between the town and
the copper mines. Mayor Jean Ilunga said it had been closed to trucks
since April, but that "nobody cared about the sign."
   Trains were not affected.
"""

SCRAPED = """\
Skip to main content
News | Sport | Weather | Travel
AFRICA
Bridge collapse kills nine in Congo mining town
3 May 2019
By Jane Doe
BBC News, Kinshasa
Share
Image source, Reuters
Image caption, Rescue workers searched the river until dusk
Nine people have died after a road bridge collapsed in the Democratic Republic of Congo, officials say.
The bridge gave way at about 06:00 local time (04:00 GMT) on Friday, the mayor of Kamoto said.
Why did it fall?
Engineers had warned of cracks in 2017, documents seen by the BBC show.
Police said that two men were held
The ministry of public works said it was "not aware of any such report".
Sign up for our morning newsletter
More on this story
Rains cut off Kolwezi
Mine accident kills four
"""

POSTS = """\
Videos of the Kamoto bridge, and what they show

May 3, 2019, 9:04 PM GMT+2

Several clips of the collapse went around on Friday. We checked three of them.

First clip from the south bank. The pillar goes first
then the deck.
#Kamoto pic.twitter.com/AbCdEf
— Ada Okoro (@adaokoro) May 3, 2019

The clip was filmed from the church tower, which stands 400 metres away.

BREAKING: bridge down in #Kamoto https://t.co/abcd — Radio Kamoto (@radiokamoto) May 4, 2019

None of the clips shows the army. (AFP)
"""

OPINION = """\
Analysis: Why Congo's bridges fall
Old, overloaded and forgotten, the country's bridges are a danger to those who cross them.
Jane Doe, Kinshasa
Sat 4 May 2019 06.00 BST
Last modified on Wed 8 Jan 2020 12.10 GMT
On 3 May 2019, a bridge fell in Kamoto. It was the third in a year.
THE MONEY
Much of it was stolen, says the audit office.
THE TRUCKS
Trucks carry up to 80 tonnes. The limit is 30. “Nobody weighs them,” says J. P. Kabila, a driver.
• Follow us on Twitter
Support the Courier
We have a small favour to ask. Millions are turning to us for open, independent journalism. Support us from today.
"""

BARE = """\
bridge collapse kills nine in kamoto

A road bridge collapsed on Friday in Kamoto killing nine people the mayor said Rescue workers searched the river until \
dusk The bridge was built in 1958 and carried the only road to the mines Officials said it had been closed to trucks \
since April but nobody cared about the sign In Kinshasa the government promised an inquiry and the president will \
visit on Sunday He said the dead would be buried at public cost The army closed the road
"""

ARABIC = """\
مقتل تسعة أشخاص في انهيار جسر

الجمعة 3 مايو 2019 - 18:40

قتل تسعة أشخاص على الأقل في انهيار جسر صباح الجمعة. وقال إن التحقيق بدأ. ولم يذكر تفاصيل.
"""

GLUED = """\
Bridge falls in Kamoto

A road bridge fell into the river at Kamoto on Friday, and at least nine people were killed, officials in the town said.

Rescue workers searched the river until dusk. The mayor said the bridge had been closed to trucks since April, but \
that nobody cared about the sign. The road to the mines is closed.

THE MONEY

Much of the money for repairs was stolen, says the audit office, and nobody has been charged.

Bridge falls in Kamoto

A road bridge fell into the river at Kamoto on Friday, and at least nine people were killed, officials in the town said.
PRESIDENT PROMISES INQUIRY INTO BRIDGE

The president promised an inquiry into the fall of the Kamoto bridge, and flew to the town in the afternoon.

He told the families of the dead that the state would pay for the burials, and that whoever was guilty would stand \
before a court. The opposition said he had promised as much two years ago.

The army will build a bridge of boats.
"""

ALL = (WIRE, WIKI, BLOG, STREAM, FRENCH, LINKS, WRAPPED, SCRAPED, POSTS, OPINION, BARE, ARABIC, GLUED, "")

package org.whatsapppolicy.simulator.people;

import java.util.ArrayList;
import java.util.List;
import org.whatsapppolicy.simulator.number.WaId;

/** Makes the people of a population. */
final class Crowd {

    private static final List<String> NAMES = List.of(
            "Ada", "Amir", "Ana", "Ben", "Bruno", "Chen", "Clara", "Dara", "Elif", "Emil", "Fatou", "Farid", "Gita",
            "Hana", "Ines", "Ivan", "Jana", "Joao", "Kemal", "Kira", "Lars", "Lena", "Mateo", "Mia", "Nadia", "Noor",
            "Olga", "Omar", "Paula", "Pedro", "Rosa", "Ravi", "Sara", "Sven", "Tara", "Tomas", "Uma", "Vera", "Yara",
            "Zoe");

    private static final int KIND = -1;
    private static final int NAME = -2;

    private Crowd() {}

    static List<Person> of(People people, Population population) {
        long first = Long.parseLong(WaId.ofPerson(population.firstNumber()));
        List<Person> crowd = new ArrayList<>(population.size());
        for (int i = 0; i < population.size(); i++) {
            String number = Long.toString(first + i);
            Behaviour behaviour = population.behaviourAt(Dice.at(population.seed(), number, 0, KIND));
            int name = (int) (Dice.at(population.seed(), number, 0, NAME) * NAMES.size());
            crowd.add(people.person(number).named(NAMES.get(name)).behaves(behaviour, population.seed()));
        }
        return crowd;
    }
}
